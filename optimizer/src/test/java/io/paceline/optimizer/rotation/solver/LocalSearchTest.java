package io.paceline.optimizer.rotation.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.rotation.Chases;
import io.paceline.optimizer.rotation.draft.Change;
import io.paceline.optimizer.rotation.draft.Changes;
import io.paceline.optimizer.rotation.draft.Cost;
import io.paceline.optimizer.rotation.draft.CostMeter;
import io.paceline.optimizer.rotation.draft.Draft;
import io.paceline.optimizer.rotation.draft.DraftSpace;
import io.paceline.optimizer.rotation.draft.Price;
import io.paceline.optimizer.rotation.draft.Trials;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.config.solver.EnvironmentMode;

class LocalSearchTest {
    private final DraftSpace space =
            new DraftSpace(ChaseKernel.compile(Chases.hills(Chases.fiveAndASprinter(), 20, 46, 0.0, 0.03, -0.02)));

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void theSolverFindsNoFaultInTheScoreNorInTheMoves(long seed) {
        Trials trials = new Trials(space, 4_000, Double.POSITIVE_INFINITY, (s, n, cost) -> {});
        Draft start = start();
        Cost before = new CostMeter(space).cost(start);
        trials.measure(new CostMeter(space), start);
        new LocalSearch(EnvironmentMode.FULL_ASSERT).search(space, trials, round(seed, 4_000));
        assertThat(trials.bestCost()).isLessThan(before);
        assertThat(trials.evaluations()).isGreaterThanOrEqualTo(4_000);
        assertLine(trials.best());
    }

    @Test
    void aRunEndsWithTheAccount() {
        Trials trials = new Trials(space, 1_000, Double.POSITIVE_INFINITY, (s, n, cost) -> {});
        trials.measure(new CostMeter(space), start());
        new LocalSearch().search(space, trials, round(1, 500));
        assertThat(trials.evaluations()).isBetween(500L, 502L);
        new LocalSearch().search(space, trials, round(1, 10_000));
        assertThat(trials.evaluations()).isBetween(1_000L, 1_001L);
    }

    @Test
    void aRoundReturnsTheBestThatItFound() {
        Trials trials = new Trials(space, 2_000, Double.POSITIVE_INFINITY, (s, n, cost) -> {});
        CostMeter meter = new CostMeter(space);
        trials.measure(meter, start());
        Cost found = meter.cost(new LocalSearch().search(space, trials, round(3, 2_000)));
        // the account keeps levels, the round pays for reserves: the second may miss some, never more energy for less
        assertThat(Price.like(found).of(found, 0))
                .isLessThanOrEqualTo(Price.like(found).of(trials.bestCost(), 0));
    }

    private Round round(long seed, long evaluations) {
        Cost cost = new CostMeter(space).cost(start());
        return new Round(start(), seed, evaluations, (long) (1e-3 * cost.soft()), Price.like(cost));
    }

    @Test
    void movesOfTheLineKeepEveryRiderAndSomebodyWhoPulls() {
        Random random = new Random(7);
        Trials trials = new Trials(space, 1, 1, (s, n, cost) -> {});
        Draft draft = start();
        boolean[] seen = new boolean[3];
        for (int trial = 0; trial < 20_000; trial++) {
            Candidate candidate = new Candidate(space, trials, new Round(draft, 0, 1, 1, new Price(1)));
            DraftMove move = new DraftMove(new Changes(space, draft, random).draw());
            move.doMoveOnly(directorOf(candidate));
            draft.set(candidate.draft());
            assertLine(draft);
            assertThat(space.stayers(draft)).as("seed 7 trial " + trial).isPositive();
            seen[0] |= space.stayers(draft) == 1;
            seen[1] |= Arrays.stream(draft.burnedAfterTurns).anyMatch(turns -> turns > 0);
            seen[2] |= Arrays.stream(draft.seconds).filter(s -> s == 0).count() > 2;
        }
        assertThat(seen).as("one left, somebody burned, somebody sits on").containsOnly(true);
    }

    @Test
    void someChangesOfWhoWorksKeepTheRotationAsLong() {
        Random random = new Random(3);
        int[] kept = new int[3];
        for (int trial = 0; trial < 5_000; trial++) {
            Draft draft = start();
            draft.seconds[2] = 0;
            new Changes(space, draft, random).draw().applyTo(draft);
            int working = (int) Arrays.stream(draft.seconds).filter(s -> s > 0).count();
            // four pull 60 s each, rider 2 and the sprinter none; three, four or five of them pull now
            if (Arrays.stream(draft.seconds).sum() == 240 && (working != 4 || othersWork(draft))) {
                kept[working - 3]++;
            }
        }
        assertThat(Arrays.stream(kept))
                .as("one ends and another takes over; two change places; one gives to who sat on")
                .allMatch(count -> count > 20);
    }

    /** Whether rider 2 works where he found a pull, and one of the four sits on. */
    private static boolean othersWork(Draft draft) {
        return IntStream.range(0, 6).anyMatch(p -> draft.rider[p] == 2 && draft.seconds[p] == 60);
    }

    @Test
    void aRotationSeldomGetsLongerOrShorterWhereThereAreHills() {
        DraftSpace level = new DraftSpace(ChaseKernel.compile(Chases.hills(Chases.fiveAndASprinter(), 20, 46, 0.0)));
        assertThat(level.sectors()).isEqualTo(1);
        double onHills = shareOfLengths(space);
        double onTheLevel = shareOfLengths(level);
        // six riders: 0.20 and 0.30 of the changes of the line, and a few that fall back on it or change who works
        assertThat(onHills).isBetween(0.2, 0.35);
        assertThat(onTheLevel).isBetween(onHills + 0.05, 0.5);
    }

    /** How many changes of the line make the rotation longer or shorter, of all that change the line. */
    private static double shareOfLengths(DraftSpace space) {
        Random random = new Random(11);
        int lines = 0;
        int lengths = 0;
        for (int trial = 0; trial < 20_000; trial++) {
            Draft draft = start(space.sectors());
            Change change = new Changes(space, draft, random).draw();
            int before = Arrays.stream(draft.seconds).sum();
            lines += change.rider.length > 0 && !change.changesNothing(draft) ? 1 : 0;
            change.applyTo(draft);
            lengths += Arrays.stream(draft.seconds).sum() == before ? 0 : 1;
        }
        return (double) lengths / lines;
    }

    @Test
    void eachRoundFirstPaysLittleForReservesAndThenInFullButCooler() {
        List<Round> rounds = new ArrayList<>();
        Trials trials = new Trials(space, 40_000, Double.POSITIVE_INFINITY, (s, n, cost) -> {});
        Stages.play(space, trials, Optional.empty(), 5, (inSpace, account, round) -> {
            rounds.add(round);
            CostMeter meter = new CostMeter(inSpace);
            for (long n = 0; n < round.evaluations(); n++) {
                account.measure(meter, round.start());
            }
            return round.start().copy();
        });

        assertThat(rounds).hasSizeGreaterThan(4);
        Round first = rounds.get(0);
        Round second = rounds.get(1);
        assertThat(first.evaluations()).isEqualTo(6_400); // 0.8 of 8,000
        assertThat(second.evaluations()).isEqualTo(1_600);
        assertThat(first.price()).isEqualTo(second.price().cheap());
        assertThat(first.price().perJ()).isEqualTo(0.12 * second.price().perJ());
        // 0.001 and 0.0007 of the opening's energy; the third, from the best, 0.0004 of its
        assertThat((double) second.heat() / first.heat()).isCloseTo(0.7, within(1e-3));
        assertThat((double) rounds.get(2).heat() / first.heat()).isBetween(0.35, 0.400_1);
        assertThat(rounds.stream().map(Round::seed)).doesNotHaveDuplicates();
    }

    @Test
    void scoresAreCostsTurnedRoundWithReservesPaidFor() {
        // 1,000.5 + 20 (5 0.2 + 3 - 1 + 3,000), rounded up; 1,000.5 + 80 (5 0.2 + 3)
        assertThat(CandidateScore.scoreOf(new Price(20).of(new Cost(0.2, 3, 1_000.5), 1)))
                .isEqualTo(HardMediumSoftLongScore.ofSoft(-61_061));
        assertThat(CandidateScore.scoreOf(new Price(20).raised().of(new Cost(0.2, 3, 1_000.5), 0)))
                .isEqualTo(HardMediumSoftLongScore.ofSoft(-1_321));
    }

    /** Knows the candidate and does nothing else. */
    @SuppressWarnings("unchecked")
    private static ScoreDirector<Candidate> directorOf(Candidate candidate) {
        return (ScoreDirector<Candidate>) Proxy.newProxyInstance(
                LocalSearchTest.class.getClassLoader(),
                new Class<?>[] {ScoreDirector.class},
                (proxy, method, args) -> method.getName().equals("getWorkingSolution") ? candidate : null);
    }

    private void assertLine(Draft draft) {
        assertThat(Arrays.stream(draft.rider).sorted()).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(IntStream.range(0, 6).filter(p -> draft.rider[p] == 5).map(p -> draft.seconds[p]))
                .as("the sprinter")
                .containsOnly(0);
        assertThat(Arrays.stream(draft.seconds)).allMatch(s -> s == 0 || s >= 10 && s <= 600 && s % 5 == 0);
    }

    private static Draft start() {
        return start(3);
    }

    private static Draft start(int sectors) {
        Draft draft = new Draft(6, sectors);
        Arrays.fill(draft.seconds, 0, 5, 60);
        return draft;
    }
}
