package io.paceline.optimizer.game;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One job, done at most once, from which every player has his benefit, whoever does it; each coalition that can do it has its effort.
 *
 * <p>If nobody does the job, everybody has 0. If coalition S does it, player i has {@code benefit - idleCost(S) - burden(S)}.
 */
public final class JointTask {
    /** Up to so many members the fair share is exact. */
    public static final int MOST_EXACT = 10;

    /** Of the sum of all benefits: what is lost in rounding never makes a coalition unstable. */
    private static final double TOLERANCE = 1e-12;

    private final List<Double> benefit;
    private final Efforts efforts;
    private final Sharing sharing;
    private final double tolerance;
    private final FairSplit split;

    /**
     * A job.
     *
     * @param benefit by player: what he gains if the job is done, before costs
     * @param efforts of a coalition, or nothing if it cannot do the job; asked once for each
     * @param sharing whether burdens can be shifted
     * @throws IllegalArgumentException if there are too few or too many players, or a benefit is not finite
     */
    public JointTask(List<Double> benefit, Function<Coalition, Optional<Effort>> efforts, Sharing sharing) {
        this(benefit, efforts, sharing, Optional.empty());
    }

    private JointTask(
            List<Double> benefit,
            Function<Coalition, Optional<Effort>> efforts,
            Sharing sharing,
            Optional<Collection<Coalition>> known) {
        Coalition.checkPlayers(benefit.size());
        this.benefit = List.copyOf(benefit);
        this.efforts = new Efforts(benefit.size(), efforts, known);
        split = new FairSplit(this, this.efforts);
        this.sharing = sharing;
        double scale = 0;
        for (int i = 0; i < benefit.size(); i++) {
            if (!Double.isFinite(benefit.get(i))) {
                throw new IllegalArgumentException("game: benefit of player " + i + " = " + benefit.get(i)
                        + " is not finite. Who cannot gain has 0.");
            }
            scale += Math.abs(benefit.get(i));
        }
        tolerance = TOLERANCE * scale;
    }

    /**
     * A job of which only some coalitions are known, because there are too many. What a part can, the whole can, and the known ones must
     * keep to that; so a part of one that cannot, cannot. All others count as unable, but nothing is called stable or minimal that hangs on
     * them.
     *
     * @param known whose effort may be asked for
     * @throws IllegalArgumentException as the constructor
     */
    public static JointTask partly(
            List<Double> benefit,
            Collection<Coalition> known,
            Function<Coalition, Optional<Effort>> efforts,
            Sharing sharing) {
        return new JointTask(benefit, efforts, sharing, Optional.of(known));
    }

    /** The coalitions whose effort is known, smaller ones first: all of them, or those of {@link #partly}. */
    public List<Coalition> coalitions() {
        return efforts.coalitions();
    }

    /** How many players there are. */
    public int players() {
        return benefit.size();
    }

    /**
     * The effort of a coalition; empty if it cannot do the job.
     *
     * @throws IllegalArgumentException if the effort is for another number of players
     */
    public Optional<Effort> effort(Coalition coalition) {
        return efforts.of(coalition);
    }

    /** Whether a coalition can do the job. */
    public boolean can(Coalition coalition) {
        return effort(coalition).isPresent();
    }

    /** What a player has if a coalition does the job and he bears what its effort asks of him; 0 if it cannot. */
    public double payoff(Coalition coalition, int player) {
        return effort(coalition)
                .map(effort -> idle(effort, player) - effort.burden().get(player))
                .orElse(0.0);
    }

    /** The sum of what all players have, members or not. */
    public double totalPayoff(Coalition coalition) {
        double sum = 0;
        for (int player = 0; player < players(); player++) {
            sum += payoff(coalition, player);
        }
        return sum;
    }

    double idle(Effort effort, int player) {
        return benefit.get(player) - effort.idleCost().get(player);
    }

    /** The coalitions that can do the job and have no part that can, smaller ones first; only those of which that is known. */
    public List<Coalition> minimal() {
        List<Coalition> least = new ArrayList<>();
        for (Coalition coalition : coalitions()) {
            // smaller ones came before: a part that can contains one of them
            if (can(coalition) && least.stream().noneMatch(part -> part.isPartOf(coalition))) {
                least.add(coalition);
            }
        }
        return least.stream().filter(efforts::knowsAllParts).toList();
    }

    /** Whether no part of a coalition that can do the job can; empty if that hangs on a part of which nothing is known. */
    public Optional<Boolean> minimality(Coalition coalition) {
        if (!efforts.knows(coalition)) {
            return Optional.empty();
        }
        if (!can(coalition)
                || coalitions().stream().anyMatch(p -> !p.equals(coalition) && p.isPartOf(coalition) && can(p))) {
            return Optional.of(false);
        }
        return efforts.knowsAllParts(coalition) ? Optional.of(true) : Optional.empty();
    }

    /**
     * What becomes of a coalition left to itself. If it cannot do the job, nobody does it. If some of its members would rather that nobody
     * did, they leave too, and the question is put again to the rest. With {@link Sharing#POOLED} a member leaves for whom even no burden
     * is too much, and all do if the sum of what they gain does not cover the sum of the burdens.
     *
     * @return who goes on; nobody if it comes to nothing
     */
    public Coalition settled(Coalition coalition) {
        Optional<Effort> effort = effort(coalition);
        if (effort.isEmpty()) {
            return Coalition.NOBODY;
        }
        Coalition rest = coalition;
        double sum = 0;
        for (int player : coalition.members()) {
            double gain = sharing == Sharing.POOLED ? idle(effort.get(), player) : payoff(coalition, player);
            sum += gain;
            rest = gain < -tolerance ? rest.without(player) : rest;
        }
        if (!rest.equals(coalition)) {
            return settled(rest);
        }
        boolean worthIt = sharing == Sharing.AS_PLANNED || sum >= effort.get().totalBurden() - tolerance;
        return worthIt ? coalition : Coalition.NOBODY;
    }

    /** What a member would have if he left: the others go on as {@link #settled} says, or nobody does the job and he has 0. */
    public double leavingPayoff(Coalition coalition, int member) {
        return payoff(settled(coalition.without(member)), member);
    }

    /**
     * Whether a coalition does the job and stays together: it can; no member would rather that nobody did it; and none has more if he
     * leaves and lets those who then go on do the work. With {@link Sharing#POOLED}: there is a split of the burden under which that holds.
     */
    public boolean stable(Coalition coalition) {
        Optional<Effort> effort = effort(coalition);
        if (effort.isEmpty()) {
            return false;
        }
        double room = 0;
        for (int player : coalition.members()) {
            double claim = Math.max(0, leavingPayoff(coalition, player));
            double most = idle(effort.get(), player) - claim; // the burden that he would bear at most
            double asked = sharing == Sharing.POOLED ? 0 : effort.get().burden().get(player);
            if (most < asked - tolerance) {
                return false;
            }
            room += most;
        }
        return sharing == Sharing.AS_PLANNED || room >= effort.get().totalBurden() - tolerance;
    }

    /**
     * The same, but empty if that hangs on a coalition of which nothing is known. Then a member might have more if he left; so what is not
     * stable without counting it is not stable with it.
     */
    public Optional<Boolean> stability(Coalition coalition) {
        if (!efforts.knows(coalition)) {
            return Optional.empty();
        }
        efforts.watch();
        boolean stable = stable(coalition);
        return stable && efforts.guessed() ? Optional.empty() : Optional.of(stable);
    }

    /** The stable coalitions, smaller ones first; only those of which that is known. */
    public List<Coalition> stable() {
        return coalitions().stream()
                .filter(coalition -> stability(coalition).orElse(false))
                .toList();
    }

    /** Of the stable coalitions the one with which all players together have the most; then the smallest. */
    public Optional<Coalition> best() {
        return stable().stream()
                .min(Comparator.<Coalition>comparingDouble(coalition -> -totalPayoff(coalition))
                        .thenComparing(Coalition::size)
                        .thenComparing(Coalition::bits));
    }

    /**
     * What a member would save if the others did the job without him; empty if they cannot. Whether they would is another question: {@link
     * #leavingPayoff}.
     *
     * @param share his part of the burden in the coalition
     */
    public Optional<Double> freeRiderGain(Coalition coalition, int member, double share) {
        Optional<Effort> with = effort(coalition);
        Optional<Effort> without = effort(coalition.without(member));
        return with.isEmpty() || without.isEmpty()
                ? Optional.empty()
                : Optional.of(idle(without.get(), member) - (idle(with.get(), member) - share));
    }

    /**
     * What coalition R can get by itself: {@code v(R) = max(0, Σ benefit - cost)}, over the members of R, with the best part of R at work.
     * With more than {@value #MOST_EXACT} members R itself is taken to work; where only some coalitions are known, the best part that is.
     */
    public double worth(Coalition coalition) {
        return split.worth(coalition);
    }

    /** Whether the fair shares of a coalition are exact: it has few members, and all of its parts are known. */
    public boolean sharesAreExact(Coalition coalition) {
        return split.isExact(coalition);
    }

    /**
     * The fair split of the work of a coalition that can do the job: what each member gains less his Shapley value of {@link #worth}. Who
     * gains more bears more, who makes it cheaper bears less.
     *
     * @param orders to draw where they are not {@linkplain #sharesAreExact exact}; 2 or more
     * @param seed of those orders
     * @throws IllegalArgumentException if the coalition cannot do the job
     */
    public List<FairShare> fairShares(Coalition coalition, int orders, long seed) {
        return split.shares(coalition, orders, seed);
    }
}
