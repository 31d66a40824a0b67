package io.paceline.app.report.ride;

/**
 * A time in which a rider keeps one role.
 *
 * @param role where he is
 * @param fromS after the start point, s
 * @param durationS s
 * @param fromM after the start point, m
 * @param workJ in it, J
 * @param balanceJ W′bal at its end, J
 */
public record RiderStep(Role role, double fromS, double durationS, double fromM, double workJ, double balanceJ) {
    /** Mean power, W. */
    public double meanW() {
        return durationS > 0 ? workJ / durationS : 0;
    }
}
