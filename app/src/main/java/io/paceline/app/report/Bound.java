package io.paceline.app.report;

import io.paceline.optimizer.exact.Certificate;

/**
 * A proved least energy, beside which the plan can be seen.
 *
 * @param key under which JSON shows it
 * @param certificate the proof's result
 */
public record Bound(String key, Certificate certificate) {
    /** Against every order and all pulls at the speeds of the plan. */
    public static Bound atTheseSpeeds(Certificate certificate) {
        return new Bound("bound", certificate);
    }

    /** Against every plan that is there in time. */
    public static Bound atAnySpeeds(Certificate certificate) {
        return new Bound("boundAtAnySpeeds", certificate);
    }

    /** Whether it says something: a plan outside what it covers has no gap to it. */
    boolean speaks() {
        return certificate.gapPct() >= 0 && Double.isFinite(certificate.boundJ());
    }
}
