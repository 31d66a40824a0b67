package io.paceline.benchmarks.quality.peer;

import io.jenetics.Chromosome;
import io.jenetics.DoubleGene;
import io.jenetics.Mutator;
import io.jenetics.MutatorResult;
import java.util.random.RandomGenerator;

/**
 * Moves genes by normal steps whose sizes are drawn each time, from coarse to fine. Jenetics' own moves many genes of few individuals, by a
 * quarter of the range.
 */
final class FineMutator extends Mutator<DoubleGene, Double> {
    private static final double COARSE = 0.2;
    private static final double FINE = 5e-4;

    private final double probability;

    /** @param probability with which a gene is moved */
    FineMutator(double probability) {
        super(1); // of an individual to be looked at
        this.probability = probability;
    }

    @Override
    protected MutatorResult<Chromosome<DoubleGene>> mutate(
            Chromosome<DoubleGene> chromosome, double ofChromosomes, RandomGenerator random) {
        return super.mutate(chromosome, probability, random);
    }

    @Override
    protected DoubleGene mutate(DoubleGene gene, RandomGenerator random) {
        double size = COARSE * Math.pow(FINE / COARSE, random.nextDouble());
        double moved = gene.allele() + size * random.nextGaussian();
        return gene.newInstance(Math.max(gene.min(), Math.min(Math.nextDown(gene.max()), moved)));
    }
}
