package io.paceline.optimizer.exact;

import io.paceline.kernel.ChaseKernel;
import io.paceline.plan.RotationPlan;
import java.util.function.BooleanSupplier;

/** Lower bounds on what a plan can cost. What they prove, and how, is in {@code docs/bounds.md}. */
public final class Certificates {
    /** The proof at given speeds packs an order of the line into one number; longer lines do not fit. */
    public static final int MOST_RIDERS = 14;

    private Certificates() {}

    /**
     * Bounds what any order, any pulls and any choice of who sits on can cost at the speeds of a plan. A plan that leaves everybody his
     * reserve is measured against plans that do; any other against plans that overdraw nobody.
     *
     * @param stop asked often; once true, the best bound so far is returned
     * @throws IllegalArgumentException if the plan does not fit the chase, or the team has more than {@value #MOST_RIDERS} riders
     */
    public static Certificate certify(
            ChaseKernel kernel, RotationPlan plan, CertificateOptions options, BooleanSupplier stop) {
        checkSize(kernel);
        FixedSpeeds speeds = new FixedSpeeds(kernel, plan, options);
        return speeds.certify(speeds.line, speeds.planJ, until(options.seconds(), stop));
    }

    /**
     * Bounds what any plan at all can cost that is there in time: any speeds, order, pulls, who sits on, who is burned, whatever the
     * riders have in them.
     *
     * @param planJ what a plan costs, J
     * @throws IllegalArgumentException if the team has more than 16 riders
     */
    public static Certificate certifyAnyPace(ChaseKernel kernel, double planJ) {
        int riders = kernel.chase().team().size();
        if (riders > AnyOrderBound.MOST_RIDERS) {
            throw new IllegalArgumentException("certificate: " + riders
                    + " riders; the bound over every pace is for up to " + AnyOrderBound.MOST_RIDERS + ".");
        }
        double boundJ = new PaceBound(kernel).boundJ();
        return Certificate.of(
                boundJ,
                planJ,
                "any speeds, order, pulls and burned riders in time, whatever the riders have left",
                "a price on time, each stretch at its cheapest speed in its cheapest order",
                true);
    }

    /** Refuses a team that is too large for the proof at given speeds. */
    static void checkSize(ChaseKernel kernel) {
        int riders = kernel.chase().team().size();
        if (riders > MOST_RIDERS) {
            throw new IllegalArgumentException(
                    "certificate: " + riders + " riders; the bound at given speeds is for up to " + MOST_RIDERS + ".");
        }
    }

    /** Stops when told or after so many seconds from now. */
    static BooleanSupplier until(double seconds, BooleanSupplier stop) {
        long startNs = System.nanoTime();
        return () -> stop.getAsBoolean() || System.nanoTime() - startNs > 1e9 * seconds;
    }
}
