package io.paceline.optimizer.exact;

import io.paceline.chase.Chase;
import io.paceline.chase.Outcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.plan.RotationPlan;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** Lower bounds on what a plan can cost. What they prove, and how, is in {@code docs/bounds.md}. */
public final class Certificates {
    /** The proof at given speeds packs an order of the line into one number; longer lines do not fit. */
    public static final int MOST_RIDERS = 14;

    /** Share of the time for the first prices, which a bound on all orders needs. */
    private static final double PRICES_SHARE = 0.5;

    private Certificates() {}

    /**
     * Bounds what any order, any pulls and any choice of who sits on can cost at the speeds of a plan, by energy or fairness. For energies a plan that leaves everybody his
     * reserve is measured against plans that do, any other against plans that overdraw nobody, and one that burns somebody against all, whoever they burn and overdraw.
     *
     * @param stop asked often; once true, the best bound so far is returned
     * @throws IllegalArgumentException if the plan does not fit the chase, rides for time, or the team has more than
     *     {@value #MOST_RIDERS} riders
     */
    public static Certificate certify(
            ChaseKernel kernel, RotationPlan plan, CertificateOptions options, BooleanSupplier stop) {
        checkSize(kernel);
        checkObjective(kernel);
        FixedSpeeds speeds = new FixedSpeeds(kernel, plan, options);
        if (speeds.isBurned(speeds.line)) {
            return speeds.certifyBurned(speeds.planCost);
        }
        return speeds.certify(
                speeds.line,
                speeds.planCost,
                until(PRICES_SHARE * options.seconds(), stop),
                until(options.seconds(), stop));
    }

    /** What a ride costs by the objective of its chase: J, share of W′, or s. */
    public static double cost(ChaseKernel kernel, Outcome outcome) {
        return switch (kernel.chase().goal().objective()) {
            case COLLECTIVE_ENERGY -> outcome.collectiveJ();
            case METABOLIC_ENERGY -> outcome.metabolicJ();
            case FAIRNESS -> outcome.mostSpentShare();
            case FASTEST -> outcome.timeS();
        };
    }

    /** Whether there is any bound for what a chase rides for: not for a fastest ride in which riders may be left behind. */
    public static boolean covers(Chase chase) {
        return !chase.goal().fastest()
                || chase.goal().ridersLeft() == chase.team().size();
    }

    /** Whether there is one at the speeds of a plan, which fix the time. */
    public static boolean coversGivenSpeeds(Chase chase) {
        return !chase.goal().fastest();
    }

    /**
     * Bounds what any plan at all can cost: any effort in each sector that is there in time, order, pulls, who sits on, who is burned. For energies whatever the riders
     * have in them; for fairness and the fastest ride by what they have together.
     *
     * @param cost what a plan costs by the objective of the chase, see {@link #cost}
     * @throws IllegalArgumentException if the team has more than 16 riders, or the chase is not one that {@link #covers}
     */
    public static Certificate certifyAnyPace(ChaseKernel kernel, double cost) {
        return certifyAnyPace(kernel, cost, () -> false);
    }

    /**
     * The same, which can be stopped.
     *
     * @param stop asked often; once true, the best bound so far is returned
     * @throws IllegalArgumentException as without it
     */
    public static Certificate certifyAnyPace(ChaseKernel kernel, double cost, BooleanSupplier stop) {
        return new AnyPace(kernel).certify(cost, stop);
    }

    /** Refuses a chase whose objective is time. */
    static void checkObjective(ChaseKernel kernel) {
        if (!coversGivenSpeeds(kernel.chase())) {
            throw new IllegalArgumentException(
                    "certificate: given speeds fix the time, so at them there is no bound for the fastest ride.");
        }
    }

    /** Refuses a team that is too large for the proof at given speeds. */
    static void checkSize(ChaseKernel kernel) {
        int riders = kernel.chase().team().size();
        if (riders > MOST_RIDERS) {
            throw new IllegalArgumentException(
                    "certificate: " + riders + " riders; the bound at given speeds is for up to " + MOST_RIDERS + ".");
        }
    }

    /** What is asked of everybody's balance, for people. */
    static String balance(Chase chase, boolean keepReserve) {
        return keepReserve
                ? String.format(Locale.ROOT, "everybody keeps %.0f %% of W'", 100 * chase.reserveFraction())
                : "nobody is overdrawn";
    }

    /** Stops when told or after so many seconds from now. */
    static BooleanSupplier until(double seconds, BooleanSupplier stop) {
        long startNs = System.nanoTime();
        return () -> stop.getAsBoolean() || System.nanoTime() - startNs > 1e9 * seconds;
    }
}
