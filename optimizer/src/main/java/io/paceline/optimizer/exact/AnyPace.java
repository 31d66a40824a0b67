package io.paceline.optimizer.exact;

import io.paceline.chase.Chase;
import io.paceline.chase.Objective;
import io.paceline.chase.Outcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.plan.RotationPlan;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Lower bounds on what plans of one chase can cost at any speeds. What its sectors ask for at least is worked out once for all of them. */
public final class AnyPace {
    private final ChaseKernel kernel;
    private final Chase chase;
    private final List<SectorGroup> sectors;

    /**
     * For the plans of one chase.
     *
     * @throws IllegalArgumentException if the team has more than 16 riders, or the chase is not one that {@link Certificates#covers}
     */
    public AnyPace(ChaseKernel kernel) {
        this.kernel = kernel;
        chase = kernel.chase();
        int riders = chase.team().size();
        if (riders > AnyOrderBound.MOST_RIDERS) {
            throw new IllegalArgumentException("certificate: " + riders
                    + " riders; the bound over every pace is for up to " + AnyOrderBound.MOST_RIDERS + ".");
        }
        if (!Certificates.covers(chase)) {
            throw new IllegalArgumentException(
                    "certificate: the fastest ride is covered where everybody has to be there at"
                            + " the end. For fewer there is no bound yet.");
        }
        sectors = SectorGroup.of(kernel);
    }

    /**
     * Bounds what any plan at all can cost, see {@link Certificates#certifyAnyPace(ChaseKernel, double)}.
     *
     * @param cost what a plan costs by the objective of the chase, see {@link Certificates#cost}
     * @param stop asked often; once true, the best bound so far is returned
     */
    public Certificate certify(double cost, BooleanSupplier stop) {
        PaceBound pace = new PaceBound(kernel, sectors, stop);
        return switch (chase.goal().objective()) {
            case FAIRNESS -> fairness(pace, cost);
            case FASTEST -> fastest(pace, cost);
            default ->
                Certificate.of(
                        pace.boundJ(),
                        cost,
                        "any effort in each sector, order, pulls and burned riders in time, whatever the riders have left",
                        "a price on time, each sector at its cheapest power in its cheapest order",
                        pace.complete());
        };
    }

    private Certificate fairness(PaceBound pace, double cost) {
        return Certificate.of(
                new TeamStore(kernel).leastSpentShare(pace.roadJ(), kernel.targetS()),
                cost,
                "any effort in each sector, order, pulls and burned riders in time",
                "what all riders have together against the energy at each sector's cheapest power and order",
                pace.complete());
    }

    private Certificate fastest(PaceBound pace, double cost) {
        TeamStore store = new TeamStore(kernel);
        double topS = chase.road().lengthM() / chase.topSpeedMPerS();
        return Certificate.of(
                kernel.approachS() + Math.max(topS, pace.leastTimeS(store.powerW(), store.leftJ())),
                cost,
                "any effort in each sector, order and pulls, everybody there at the end",
                "what all riders have together against the energy at each sector's cheapest power and order",
                pace.complete());
    }

    /**
     * Bounds by energy what plans can cost that burn nobody and ask of nobody more than he has: a plan that leaves everybody his reserve is measured against plans that do,
     * any other against plans that overdraw nobody. Nothing for a plan that is not one of them, and for other objectives.
     *
     * @param stop asked often; once true, the best bound so far is returned
     */
    public Optional<Certificate> certifyUnburned(RotationPlan plan, BooleanSupplier stop) {
        Objective objective = chase.goal().objective();
        Outcome outcome = kernel.evaluate(plan);
        boolean burned = plan.pulls().stream().anyMatch(pull -> pull.burnedAfterTurns() > 0);
        if (burned || !outcome.feasible() || objective == Objective.FAIRNESS || objective == Objective.FASTEST) {
            return Optional.empty();
        }
        boolean keepReserve = outcome.reserveShortJ() <= Stamina.RESERVE_ROUNDING_J;
        UnburnedBound bound = new UnburnedBound(kernel, sectors, keepReserve);
        double boundJ = bound.boundJ(stop);
        return Optional.of(Certificate.of(
                boundJ,
                Certificates.cost(kernel, outcome),
                "any effort in each sector, order and pulls in time, nobody burned, "
                        + Certificates.balance(chase, keepReserve),
                "prices on time and on W' of the team on runs of sectors, each sector at its cheapest power in its cheapest order",
                bound.isComplete()));
    }
}
