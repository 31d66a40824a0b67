package io.paceline.optimizer.exact;

import io.paceline.plan.Pull;

/**
 * How long to prove, and for which plans.
 *
 * @param seconds to spend on it, s; above 0, may be infinite
 * @param longestPullS the plans covered pull no longer, s; 10 to 3 600
 */
public record CertificateOptions(double seconds, double longestPullS) {
    /** Longest pull of a search by default, s. */
    public static final double DEFAULT_LONGEST_PULL_S = 600;

    /** @throws IllegalArgumentException if a value is outside its range */
    public CertificateOptions {
        if (!(seconds > 0)) {
            throw new IllegalArgumentException(
                    "certificate: seconds = " + seconds + " is not above 0. A bound needs some time.");
        }
        if (!(longestPullS >= Pull.MIN_SECONDS && longestPullS <= Pull.MAX_SECONDS)) {
            throw new IllegalArgumentException("certificate: longestPullS = " + longestPullS + " s is outside ["
                    + Pull.MIN_SECONDS + ", " + Pull.MAX_SECONDS + "] s. 600 s is usual.");
        }
    }

    /** So many seconds, pulls up to {@value #DEFAULT_LONGEST_PULL_S} s. */
    public static CertificateOptions seconds(double seconds) {
        return new CertificateOptions(seconds, DEFAULT_LONGEST_PULL_S);
    }
}
