package io.paceline.app;

import io.paceline.app.report.Bound;
import io.paceline.chase.Objective;
import io.paceline.chase.Outcome;
import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.exact.Certificate;
import io.paceline.optimizer.exact.CertificateOptions;
import io.paceline.optimizer.exact.Certificates;
import io.paceline.optimizer.exact.ProvedPlan;
import io.paceline.plan.RotationPlan;
import java.util.ArrayList;
import java.util.List;

/** Proves how far from the best a plan can be, and says it in the report's words. */
final class Proof {
    private final ChaseKernel kernel;
    private final Objective objective;

    Proof(ChaseKernel kernel) {
        this.kernel = kernel;
        objective = kernel.chase().goal().objective();
    }

    /** Whether there is a bound for this team and goal. */
    boolean canProve() {
        return kernel.chase().team().size() <= Certificates.MOST_RIDERS && Certificates.covers(kernel.chase());
    }

    /** What can be proved in so many seconds about a plan that can be ridden. */
    List<Bound> within(RotationPlan plan, double seconds, Interrupt interrupt) {
        List<Bound> bounds = new ArrayList<>();
        if (Certificates.coversGivenSpeeds(kernel.chase())) {
            Certificate fixed =
                    Certificates.certify(kernel, plan, CertificateOptions.seconds(seconds), interrupt::asked);
            bounds.add(bound(Bound.AT_THESE_SPEEDS, fixed));
        }
        bounds.addAll(reproducible(kernel.evaluate(plan)));
        bounds.removeIf(bound -> !bound.speaks());
        return bounds;
    }

    /** What is the same whatever time it takes. */
    List<Bound> reproducible(Outcome outcome) {
        Bound bound =
                bound(Bound.AT_ANY_SPEEDS, Certificates.certifyAnyPace(kernel, Certificates.cost(kernel, outcome)));
        return bound.speaks() ? List.of(bound) : List.of();
    }

    /** What an exact search proved. */
    List<Bound> of(ProvedPlan proved) {
        return List.of(
                bound(Bound.AT_THESE_SPEEDS, proved.atTheseSpeeds()), bound(Bound.AT_ANY_SPEEDS, proved.atAnySpeeds()));
    }

    private Bound bound(String key, Certificate proved) {
        return new Bound(
                key,
                objective,
                proved.bound(),
                proved.gapPct(),
                proved.covers(),
                proved.method(),
                proved.complete(),
                proved.sentence());
    }
}
