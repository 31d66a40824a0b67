package io.paceline.optimizer.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class JointTaskTest {
    /** Sums of a few numbers of size 10. */
    private static final double ROUNDING = 1e-9;

    private static final Coalition A = Coalition.of(0);
    private static final Coalition AB = Coalition.of(0, 1);
    private static final Coalition AC = Coalition.of(0, 2);
    private static final Coalition BC = Coalition.of(1, 2);
    private static final Coalition ABC = Coalition.of(0, 1, 2);

    /** The worked example of docs/decide.md: A may gain 10, B 7, C 4; being carried along costs each 1. */
    private static JointTask worked(Sharing sharing) {
        Map<Coalition, List<Double>> burdens = Map.of(
                A, List.of(11.0, 0.0, 0.0),
                AB, List.of(6.0, 5.0, 0.0),
                AC, List.of(7.0, 0.0, 4.0),
                BC, List.of(0.0, 6.0, 5.0),
                ABC, List.of(5.0, 4.0, 3.0));
        return new JointTask(
                List.of(10.0, 7.0, 4.0),
                s -> Optional.ofNullable(burdens.get(s)).map(burden -> new Effort(List.of(1.0, 1.0, 1.0), burden)),
                sharing);
    }

    @Test
    void workedExampleAsPlanned() {
        JointTask task = worked(Sharing.AS_PLANNED);
        assertThat(task.minimal()).containsExactly(A, BC);
        // A alone: 10 - 1 - 11 = -2, so he would rather nobody did it; B and C: 7 - 1 - 6 = 0, 4 - 1 - 5 = -2
        assertThat(task.settled(A)).isEqualTo(Coalition.NOBODY);
        // C leaves B, who cannot alone
        assertThat(task.settled(BC)).isEqualTo(Coalition.NOBODY);
        // A 10 - 1 - 6 = 3, B 7 - 1 - 5 = 1
        assertThat(task.payoff(AB, 0)).isEqualTo(3);
        assertThat(task.payoff(AB, 1)).isEqualTo(1);
        assertThat(task.payoff(AB, 2)).isEqualTo(3);
        // C: 4 - 1 - 4 = -1 with A; 4 - 1 - 3 = 0 with both, but 3 if he leaves: A and B go on
        assertThat(task.payoff(AC, 2)).isEqualTo(-1);
        assertThat(task.payoff(ABC, 2)).isZero();
        assertThat(task.leavingPayoff(ABC, 2)).isEqualTo(3);
        assertThat(task.leavingPayoff(AB, 0)).isZero();
        assertThat(task.stable()).containsExactly(AB);
        assertThat(task.best()).contains(AB);
        // if the others did it without him: B saves his 4 of A, B and C, for A and C can
        assertThat(task.freeRiderGain(ABC, 1, 4)).contains(4.0);
        // without A and without B it cannot be done by the one who is left, or can: A can alone
        assertThat(task.freeRiderGain(AB, 1, 5)).contains(5.0);
        assertThat(task.freeRiderGain(AB, 0, 6)).isEmpty();
    }

    @Test
    void workedExamplePooled() {
        JointTask task = worked(Sharing.POOLED);
        // A alone: 9 against 11. B and C: 6 + 3 = 9 against 11. A and C: 9 + 3 = 12 against 11. A and B: 15 against 11
        assertThat(task.settled(A)).isEqualTo(Coalition.NOBODY);
        assertThat(task.settled(BC)).isEqualTo(Coalition.NOBODY);
        assertThat(task.settled(AC)).isEqualTo(AC);
        assertThat(task.settled(AB)).isEqualTo(AB);
        // all three: without C A and B go on, without B A and C do: both want to be free; A's 9 do not cover 12
        assertThat(task.stable(ABC)).isFalse();
        assertThat(task.stable()).containsExactly(AB, AC);
        // all have 10 + 7 + 4 - 3 - 11 = 7 with either; the lower number comes first
        assertThat(task.best()).contains(AB);
    }

    @Test
    void fairSharesOfTheWorkedExample() {
        JointTask task = worked(Sharing.AS_PLANNED);
        // A: max(0, -2) = 0, B: 0, both: 15 - 11 = 4. So each is worth 2, and bears 9 - 2 = 7 and 6 - 2 = 4
        List<FairShare> shares = task.fairShares(AB, 2, 0);
        assertThat(shares.get(0).burden()).isEqualTo(7, within(ROUNDING));
        assertThat(shares.get(1).burden()).isEqualTo(4, within(ROUNDING));
        assertThat(shares.get(0).share()).isEqualTo(7 / 11.0, within(ROUNDING));
        assertThat(shares.get(1).standardError()).isZero();
    }

    /** The example of docs/game.md. */
    @Test
    void companiesThatShareAnOpenCodeBase() {
        OpenCode open = new OpenCode();
        JointTask task = open.task(Sharing.AS_PLANNED);
        assertThat(task.minimal()).containsExactly(Coalition.of(0, 1), Coalition.of(0, 2), Coalition.of(1, 2, 3));
        assertThat(open.names(task.stable())).containsExactly("Ash+Cedar");
        assertThat(open.names(open.task(Sharing.POOLED).stable()))
                .containsExactly(
                        "Ash+Birch", "Ash+Cedar", "Ash+Birch+Dogwood", "Ash+Cedar+Dogwood", "Birch+Cedar+Dogwood");
        assertThat(task.best()).contains(Coalition.of(0, 2));
        List<FairShare> shares = task.fairShares(Coalition.of(0, 2), 2, 0);
        assertThat(shares.get(0).burden()).isEqualTo(9.5, within(ROUNDING));
        assertThat(shares.get(1).burden()).isEqualTo(4.5, within(ROUNDING));
        assertThat(task.leavingPayoff(Coalition.of(0, 2), 0)).isZero();
        assertThat(task.freeRiderGain(
                        Coalition.of(0, 1, 2),
                        1,
                        task.effort(Coalition.of(0, 1, 2))
                                .orElseThrow()
                                .burden()
                                .get(1)))
                .hasValueSatisfying(gain -> assertThat(gain).isEqualTo(5.0, within(ROUNDING)));
    }

    /** Made up: four companies with so much to gain and so many developers; catching up takes 12 years of work, and 10 developers. */
    private static final class OpenCode {
        private final List<String> names = List.of("Ash", "Birch", "Cedar", "Dogwood");
        private final List<Double> gain = List.of(13.0, 6.0, 8.0, 2.0);
        private final List<Integer> developers = List.of(6, 5, 4, 3);

        JointTask task(Sharing sharing) {
            return new JointTask(gain, this::effort, sharing);
        }

        private Optional<Effort> effort(Coalition coalition) {
            int together = 0;
            for (int player : coalition.members()) {
                together += developers.get(player);
            }
            if (together < 10) {
                return Optional.empty();
            }
            List<Double> burden = new ArrayList<>();
            for (int player = 0; player < names.size(); player++) {
                // his part of the work by developers, and one year for agreeing with the others
                burden.add(coalition.has(player) ? 12.0 * developers.get(player) / together + 1 : 0.0);
            }
            return Optional.of(new Effort(Collections.nCopies(names.size(), 0.0), burden));
        }

        List<String> names(List<Coalition> coalitions) {
            return coalitions.stream()
                    .map(coalition -> {
                        List<String> members = new ArrayList<>();
                        for (int player : coalition.members()) {
                            members.add(names.get(player));
                        }
                        return String.join("+", members);
                    })
                    .toList();
        }
    }

    @Test
    void asPlannedAgreesWithTheDefinitionWrittenDownAnew() {
        for (int seed = 0; seed < 200; seed++) {
            int players = 2 + seed % 4;
            RandomTask random = new RandomTask(players, seed);
            JointTask task = random.task(Sharing.AS_PLANNED);
            for (int bits = 1; bits < 1 << players; bits++) {
                assertThat(task.stable(new Coalition(bits)))
                        .as("seed %d, coalition %s", seed, Integer.toBinaryString(bits))
                        .isEqualTo(random.stable(bits));
            }
        }
    }

    @Test
    void aCoalitionThatEachMemberNeedsAndGainsFromIsStable() {
        int found = 0;
        for (int seed = 0; seed < 200; seed++) {
            JointTask task = new RandomTask(5, seed).task(Sharing.AS_PLANNED);
            for (Coalition minimal : task.minimal()) {
                boolean allGain = true;
                for (int player : minimal.members()) {
                    allGain &= task.payoff(minimal, player) >= 0;
                }
                found += allGain ? 1 : 0;
                assertThat(task.stable(minimal)).as("seed %d", seed).isEqualTo(allGain);
            }
        }
        assertThat(found).isGreaterThan(50);
    }

    @Test
    void aPooledStableCoalitionHasASplitThatKeepsEveryMember() {
        int found = 0;
        for (int seed = 0; seed < 200; seed++) {
            RandomTask random = new RandomTask(4, seed);
            JointTask task = random.task(Sharing.POOLED);
            for (Coalition stable : task.stable()) {
                double room = 0;
                Effort effort = task.effort(stable).orElseThrow();
                for (int player : stable.members()) {
                    double idle = random.benefit.get(player) - effort.idleCost().get(player);
                    double most = idle - Math.max(0, task.leavingPayoff(stable, player));
                    assertThat(most).as("seed %d", seed).isGreaterThanOrEqualTo(-ROUNDING);
                    room += most;
                }
                assertThat(room).as("seed %d", seed).isGreaterThanOrEqualTo(effort.totalBurden() - ROUNDING);
                found++;
            }
        }
        assertThat(found).isGreaterThan(100);
    }

    @Test
    void fairBurdensOfACoalitionThatIsItsOwnBestSumToItsBurden() {
        int found = 0;
        for (int seed = 0; seed < 1_000; seed++) {
            RandomTask random = new RandomTask(5, seed);
            JointTask task = random.task(Sharing.POOLED);
            Coalition all = Coalition.ofFirst(5);
            if (!task.can(all) || Math.abs(task.worth(all) - task.totalPayoff(all)) > ROUNDING) {
                continue;
            }
            found++;
            List<FairShare> shares = task.fairShares(all, 2, 0);
            assertThat(shares.stream().mapToDouble(FairShare::burden).sum())
                    .as("seed %d", seed)
                    .isEqualTo(task.effort(all).orElseThrow().totalBurden(), within(ROUNDING));
            assertThat(shares.stream().mapToDouble(FairShare::share).sum()).isEqualTo(1, within(ROUNDING));
            assertThat(shares).allSatisfy(share -> assertThat(share.share()).isBetween(0.0, 1.0));
        }
        assertThat(found).isGreaterThan(10);
    }

    @Test
    void aPlayerWithoutBenefitOrStrengthBearsNothing() {
        // 0 and 1 gain 5 each, need each other and have a burden of 3 each; 2 gains nothing and changes nothing
        JointTask task = new JointTask(
                List.of(5.0, 5.0, 0.0),
                s -> s.has(0) && s.has(1)
                        ? Optional.of(new Effort(List.of(0.0, 0.0, 0.0), List.of(3.0, 3.0, 0.0)))
                        : Optional.empty(),
                Sharing.POOLED);
        List<FairShare> shares = task.fairShares(ABC, 2, 0);
        assertThat(shares.get(2).burden()).isEqualTo(0, within(ROUNDING));
        assertThat(shares.get(2).share()).isEqualTo(0, within(ROUNDING));
        assertThat(shares.get(0).burden()).isEqualTo(3, within(ROUNDING));
    }

    @Test
    void theStrongOneWithoutBenefitIsOwedSomething() {
        // 1 gains 10 and cannot alone; 0 gains nothing but is needed: half of what is left, 10 - 4 = 6, is his
        JointTask task = new JointTask(
                List.of(0.0, 10.0),
                s -> s.size() == 2 ? Optional.of(new Effort(List.of(0.0, 0.0), List.of(2.0, 2.0))) : Optional.empty(),
                Sharing.POOLED);
        List<FairShare> shares = task.fairShares(AB, 2, 0);
        assertThat(shares.get(0).burden()).isEqualTo(-3, within(ROUNDING));
        assertThat(shares.get(1).burden()).isEqualTo(7, within(ROUNDING));
        assertThat(shares.get(0).share()).isZero();
        assertThat(shares.get(1).share()).isEqualTo(1);
    }

    @Test
    void sharesOfManyPlayersStateTheirError() {
        JointTask task = new JointTask(
                Collections.nCopies(12, 2.0),
                s -> s.size() < 6
                        ? Optional.empty()
                        : Optional.of(new Effort(
                                Collections.nCopies(12, 0.0),
                                java.util.stream.IntStream.range(0, 12)
                                        .mapToObj(i -> s.has(i) ? 6.0 / s.size() : 0.0)
                                        .toList())),
                Sharing.POOLED);
        List<FairShare> shares = task.fairShares(Coalition.ofFirst(12), 400, 1);
        // all are alike: each bears 6/12
        assertThat(shares).allSatisfy(share -> {
            assertThat(share.standardError()).isPositive();
            assertThat(share.burden()).isEqualTo(0.5, within(4 * share.standardError()));
        });
    }

    @Test
    void eachCoalitionIsAskedOnce() {
        List<Coalition> asked = new ArrayList<>();
        JointTask task = new JointTask(
                List.of(3.0, 3.0, 3.0),
                s -> {
                    asked.add(s);
                    return Optional.of(new Effort(List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0)));
                },
                Sharing.POOLED);
        task.best();
        task.fairShares(ABC, 2, 0);
        assertThat(asked).doesNotHaveDuplicates().hasSize(7);
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> new JointTask(List.of(Double.NaN), s -> Optional.empty(), Sharing.POOLED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("game: benefit of player 0 = NaN is not finite. Who cannot gain has 0.");
        assertThatThrownBy(() -> new Effort(List.of(1.0), List.of(1.0, 2.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("effort: 1 idle costs for 2 burdens. Each player needs both.");
        assertThatThrownBy(() -> new Effort(List.of(1.0), List.of(Double.POSITIVE_INFINITY)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("effort: player 0: 1.0 and Infinity are not both finite. "
                        + "A coalition that cannot do the job has no effort.");
        JointTask impossible = new JointTask(List.of(1.0), s -> Optional.empty(), Sharing.POOLED);
        assertThat(impossible.best()).isEmpty();
        assertThatThrownBy(() -> impossible.fairShares(A, 2, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("game: a coalition that cannot do the job has no work to share. Ask can() first.");
    }

    /** A job with random numbers, and the definition of stability once more, on plain arrays. */
    private static final class RandomTask {
        final List<Double> benefit = new ArrayList<>();
        private final double[][] cost;
        private final boolean[] can;
        private final int players;

        RandomTask(int players, long seed) {
            this.players = players;
            SplittableRandom random = new SplittableRandom(seed);
            cost = new double[1 << players][players];
            can = new boolean[1 << players];
            for (int i = 0; i < players; i++) {
                benefit.add(10 * random.nextDouble());
            }
            for (int bits = 1; bits < can.length; bits++) {
                can[bits] = random.nextDouble() < 0.2 * Integer.bitCount(bits);
                for (int i = 0; i < players; i++) {
                    cost[bits][i] = (bits >> i & 1) == 1 ? 12 * random.nextDouble() / Integer.bitCount(bits) : 0;
                }
            }
        }

        JointTask task(Sharing sharing) {
            return new JointTask(
                    benefit,
                    s -> {
                        List<Double> idle = new ArrayList<>();
                        List<Double> burden = new ArrayList<>();
                        for (int i = 0; i < players; i++) {
                            idle.add(0.5);
                            burden.add(cost[s.bits()][i]);
                        }
                        return can[s.bits()] ? Optional.of(new Effort(idle, burden)) : Optional.empty();
                    },
                    sharing);
        }

        private double payoff(int bits, int i) {
            return can[bits] ? benefit.get(i) - 0.5 - cost[bits][i] : 0;
        }

        boolean stable(int bits) {
            boolean stable = can[bits];
            for (int i = 0; i < players; i++) {
                if ((bits >> i & 1) == 1) {
                    int goesOn = bits & ~(1 << i);
                    boolean again = true;
                    while (again) {
                        int unwilling = 0;
                        for (int j = 0; j < players; j++) {
                            unwilling |= (goesOn >> j & 1) == 1 && payoff(goesOn, j) < 0 ? 1 << j : 0;
                        }
                        again = can[goesOn] && unwilling != 0;
                        goesOn &= ~unwilling;
                    }
                    stable &= payoff(bits, i) >= 0 && payoff(bits, i) >= payoff(goesOn, i);
                }
            }
            return stable;
        }
    }
}
