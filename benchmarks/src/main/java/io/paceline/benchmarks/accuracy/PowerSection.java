package io.paceline.benchmarks.accuracy;

import static io.paceline.benchmarks.accuracy.Page.fixed;
import static io.paceline.benchmarks.accuracy.Page.signed;

import io.paceline.power.Drivetrain;
import io.paceline.power.RoadLoad;
import io.paceline.road.Air;
import io.paceline.road.Stretch;
import java.util.List;

/** Martin et al. 1998. */
final class PowerSection {
    /** The worked example: 8.36 m/s, 2.55 m/s against, 90 kg, 0.3 %. */
    private static final RoadLoad EXAMPLE = RoadLoad.of(
            new Stretch(471.8, 0.003, 0, 2.55, 0.0032), new Air(1.2234), Drivetrain.MARTIN_1998, 90, 0.2565);

    private static final double EXAMPLE_M_PER_S = 8.36;

    private PowerSection() {}

    static void write(Page page) {
        page.heading("Power on the road: Martin et al. 1998");
        example(page);
        cases(page);
        gradients(page);
    }

    private static void example(Page page) {
        page.paragraph("The worked example of the paper (appendix I) and its rider on the flat.");
        page.head("term", "published W", "computed W", "difference");
        double v = EXAMPLE_M_PER_S;
        double slope = Math.sin(Math.atan(0.003));
        double airSpeed = v + 2.55;
        double airW = EXAMPLE.airKgPerM() * airSpeed * airSpeed * v;
        double climbW = 90 * RoadLoad.GRAVITY_M_PER_S2 * slope * v;
        double bearingW = (RoadLoad.BEARING_N + RoadLoad.BEARING_N_S_PER_M * v) * v;
        double rollingW = (EXAMPLE.constantN() - RoadLoad.BEARING_N) * v - climbW;
        double kineticW = EXAMPLE.kineticPowerW(90, 8.28, 8.45, 56.42) * EXAMPLE.efficiency();
        double totalW = EXAMPLE.powerW(v) + kineticW / EXAMPLE.efficiency();
        RoadLoad flat =
                RoadLoad.of(new Stretch(1, 0, 0, 0, 0.0032), new Air(1.2234), Drivetrain.MARTIN_1998, 81.9, 0.264);
        double[] computedW = {
            airW, rollingW, bearingW, climbW, kineticW, totalW * EXAMPLE.efficiency(), totalW, flat.powerW(11)
        };
        List<Published> rows = Published.read("/io/paceline/power/martin1998_appendix1_validation.csv", 8);
        for (int i = 0; i < computedW.length; i++) {
            double publishedW = rows.get(i).number("published_w");
            page.row(
                    rows.get(i).text("term"),
                    fixed(1, publishedW),
                    fixed(2, computedW[i]),
                    signed(2, computedW[i] - publishedW));
        }
        page.paragraph("Why: the paper rounds every term to 0.1 W and takes g = 9.81; we take 9.80665. The last line is"
                + " printed without decimals.");
    }

    private static void cases(Page page) {
        double worstW = 0;
        double worstBehindW = 0;
        int behind = 0;
        List<Published> rows = Published.read("/io/paceline/power/martin1998_rouleur.csv", 150);
        for (Published row : rows) {
            double v = row.number("rider_velocity_mps");
            double headwind = row.number("air_velocity_mps") - v;
            RoadLoad load = RoadLoad.of(
                    new Stretch(1, row.number("road_gradient"), 0, headwind, row.number("Crr")),
                    new Air(row.number("air_density")),
                    new Drivetrain(row.number("chain_efficiency"), row.number("Fw")),
                    row.number("mass_total_kg"),
                    row.number("CdA"));
            double computedW = load.powerW(v)
                    + load.kineticPowerW(
                            row.number("mass_total_kg"),
                            row.number("v_initial_mps"),
                            row.number("v_final_mps"),
                            row.number("delta_time_s"));
            double off = Math.abs(computedW - row.number("P_total_W"));
            if (row.number("air_velocity_mps") < 0) {
                behind++;
                worstBehindW = Math.max(worstBehindW, off);
            } else {
                worstW = Math.max(worstW, off);
            }
        }
        page.paragraph(
                "150 cases of another program (jmackie/rouleur): %d agree within %s W. In the other %d the wind from behind is faster"
                        + " than the rider; that program squares the air speed, so the wind brakes him; ours pushes (up to %s W apart).",
                rows.size() - behind, worstW < 1e-9 ? "1e-9" : String.valueOf(worstW), behind, fixed(1, worstBehindW));
    }

    private static void gradients(Page page) {
        page.paragraph(
                "Figure 4 of the paper gives the speed at 255 W as a straight line through a curve, 11.26 - 1.25·G m/s.");
        page.head("gradient %", "published m/s", "computed m/s", "difference");
        for (int percent = -6; percent <= 6; percent += 2) {
            RoadLoad load = RoadLoad.of(
                    new Stretch(1, percent / 100.0, 0, 0, 0.0032),
                    new Air(1.2234),
                    Drivetrain.MARTIN_1998,
                    81.9,
                    0.264);
            double published = 11.26 - 1.25 * percent;
            double computed = load.speedMPerS(255);
            page.row(percent, fixed(2, published), fixed(2, computed), signed(2, computed - published));
        }
        page.paragraph(
                "Why: the equation bends where the line does not; on the flat it gives the %s m/s that the paper"
                        + " computes its 255 W for.",
                "11.0");
    }
}
