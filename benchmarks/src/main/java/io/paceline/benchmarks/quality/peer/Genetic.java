package io.paceline.benchmarks.quality.peer;

import io.jenetics.DoubleChromosome;
import io.jenetics.DoubleGene;
import io.jenetics.EliteSelector;
import io.jenetics.Genotype;
import io.jenetics.TournamentSelector;
import io.jenetics.UniformCrossover;
import io.jenetics.engine.Engine;
import io.jenetics.util.RandomRegistry;
import io.paceline.benchmarks.quality.Contender;
import io.paceline.optimizer.rotation.draft.CostMeter;
import io.paceline.optimizer.rotation.draft.Draft;
import io.paceline.optimizer.rotation.draft.DraftSpace;
import io.paceline.optimizer.rotation.draft.Trials;
import java.util.List;
import java.util.Random;

/**
 * The genetic algorithm of Jenetics on keys; the opening is one of the first generation. Begins anew when it stands still. Its numbers are
 * the best of a small trial, which {@code benchmarks/QUALITY.md} shows.
 */
public final class Genetic implements Contender {
    private static final int POPULATION = 30;
    private static final int STEADY_GENERATIONS = 400;
    private static final double CROSSED = 0.4;
    private static final double GENES_SWAPPED = 0.3;

    /** The best few are never lost. */
    private static final int ELITE = 3;

    private static final int TOURNAMENT = 3;

    @Override
    public String title() {
        return "Jenetics";
    }

    @Override
    public void search(DraftSpace space, Trials trials, long seed) {
        CostMeter meter = new CostMeter(space);
        Draft opening = Starts.opening(space, meter, trials);
        Keys keys = new Keys(space);
        RandomRegistry.using(new Random(seed), random -> {
            Engine<DoubleGene, Double> engine = engine(keys, trials, meter);
            Genotype<DoubleGene> first = genotype(keys.encode(opening));
            while (!trials.over()) {
                double[] best = {Double.POSITIVE_INFINITY};
                int[] steady = {0};
                engine.stream(List.of(first))
                        .takeWhile(result -> {
                            steady[0] = result.bestFitness() < best[0] ? 0 : steady[0] + 1;
                            best[0] = Math.min(best[0], result.bestFitness());
                            return steady[0] < STEADY_GENERATIONS && !trials.over();
                        })
                        .forEach(result -> {});
                first = engine.genotypeFactory().newInstance();
            }
        });
    }

    private static Engine<DoubleGene, Double> engine(Keys keys, Trials trials, CostMeter meter) {
        return Engine.builder(
                        genotype -> {
                            double[] values = genotype.chromosome()
                                    .as(DoubleChromosome.class)
                                    .toArray();
                            // the rest of a generation that began in time
                            return trials.over()
                                    ? Double.MAX_VALUE
                                    : Starts.joules(trials.measure(meter, keys.decode(values)));
                        },
                        Genotype.of(DoubleChromosome.of(0, 1, keys.size())))
                .minimizing()
                .populationSize(POPULATION)
                .survivorsSelector(new EliteSelector<DoubleGene, Double>(ELITE, new TournamentSelector<>(TOURNAMENT)))
                .offspringSelector(new TournamentSelector<>(TOURNAMENT))
                // two genes of each child on average
                .alterers(new UniformCrossover<>(CROSSED, GENES_SWAPPED), new FineMutator(2.0 / keys.size()))
                .executor(Runnable::run)
                .build();
    }

    private static Genotype<DoubleGene> genotype(double[] keys) {
        DoubleGene[] genes = new DoubleGene[keys.length];
        for (int i = 0; i < keys.length; i++) {
            genes[i] = DoubleGene.of(Math.min(keys[i], Math.nextDown(1.0)), 0, 1);
        }
        return Genotype.of(DoubleChromosome.of(genes));
    }
}
