package io.paceline.app.study;

import io.paceline.app.report.Bound;
import io.paceline.chase.Objective;
import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.exact.AnyPace;
import io.paceline.optimizer.exact.Certificate;
import io.paceline.optimizer.exact.CertificateOptions;
import io.paceline.optimizer.exact.Certificates;
import io.paceline.optimizer.exact.ProvedPlan;
import io.paceline.plan.RotationPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Proves how far from the best a plan can be, and says it in the report's words. */
public final class Proof {
    /** A sentence shows tenths of a percent: a bound that is better by less would read the same. */
    private static final double SAYS_MORE_PCT = 0.1;

    private final ChaseKernel kernel;
    private final Objective objective;

    /** For the plans of one chase. */
    public Proof(ChaseKernel kernel) {
        this.kernel = kernel;
        objective = kernel.chase().goal().objective();
    }

    /** Whether there is a bound for this team and goal. */
    public boolean canProve() {
        return kernel.chase().team().size() <= Certificates.MOST_RIDERS && Certificates.covers(kernel.chase());
    }

    /**
     * What can be proved about a plan that can be ridden: so many seconds for its own speeds, as many again for any. Nothing where that was
     * too short.
     *
     * @param stop asked often; once true, what is proved so far is returned
     */
    public List<Bound> within(RotationPlan plan, double seconds, BooleanSupplier stop) {
        List<Bound> bounds = new ArrayList<>(atTheseSpeeds(plan, seconds, stop));
        long startNs = System.nanoTime();
        bounds.addAll(atAnySpeeds(plan, () -> stop.getAsBoolean() || (System.nanoTime() - startNs) * 1e-9 > seconds));
        return bounds;
    }

    /** The first part of it: by any order and pulls at the speeds of the plan; nothing where nothing was proved. */
    public List<Bound> atTheseSpeeds(RotationPlan plan, double seconds, BooleanSupplier stop) {
        return Certificates.coversGivenSpeeds(kernel.chase())
                ? speaking(bound(
                        Bound.AT_THESE_SPEEDS,
                        Certificates.certify(kernel, plan, CertificateOptions.seconds(seconds), stop)))
                : List.of();
    }

    /** The second part: by any speeds as well, and where that says more, of plans alone that burn nobody. */
    public List<Bound> atAnySpeeds(RotationPlan plan, BooleanSupplier stop) {
        AnyPace anyPace = new AnyPace(kernel);
        Certificate any = anyPace.certify(Certificates.cost(kernel, kernel.evaluate(plan)), stop);
        return atAnySpeeds(any, stop.getAsBoolean() ? Optional.empty() : anyPace.certifyUnburned(plan, stop));
    }

    private List<Bound> atAnySpeeds(Certificate any, Optional<Certificate> unburned) {
        List<Bound> bounds = new ArrayList<>(speaking(bound(Bound.AT_ANY_SPEEDS, any)));
        unburned.filter(kept -> kept.gapPct() <= any.gapPct() - SAYS_MORE_PCT)
                .ifPresent(kept -> bounds.addAll(speaking(bound(Bound.AT_ANY_SPEEDS_NOBODY_BURNED, kept))));
        return bounds;
    }

    /** What is the same whatever time it takes. */
    public List<Bound> reproducible(RotationPlan plan) {
        return atAnySpeeds(plan, () -> false);
    }

    private static List<Bound> speaking(Bound bound) {
        return bound.speaks() ? List.of(bound) : List.of();
    }

    /** What an exact search proved. */
    public List<Bound> of(ProvedPlan proved) {
        List<Bound> bounds = new ArrayList<>(List.of(bound(Bound.AT_THESE_SPEEDS, proved.atTheseSpeeds())));
        bounds.addAll(atAnySpeeds(proved.atAnySpeeds(), proved.atAnySpeedsUnburned()));
        return bounds;
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
