package io.paceline.benchmarks.kernel;

import io.paceline.chase.Chase;
import io.paceline.chase.Line;
import io.paceline.kernel.ChaseKernel;
import io.paceline.kernel.LinePlan;
import io.paceline.kernel.Pace;
import io.paceline.kernel.PlanEvaluator;
import io.paceline.power.RoadLoad;
import io.paceline.rider.RecoveryModel;
import io.paceline.rider.Rider;
import io.paceline.road.Stretch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;

/**
 * Writes the constants of the benchmarks' chases, and the kernel's results, for the peer in C. One line for each array: its name, its
 * length, its numbers in hexadecimal, so that no digit is lost. All of it comes from public methods of the library.
 */
public final class ExportTables {
    private static final int RIDERS = 8;
    private static final int STRETCHES = 86;

    private final StringBuilder text = new StringBuilder();

    private ExportTables() {}

    /**
     * Writes {@code flat_conservative.txt}, {@code stage18_conservative.txt} and the same of the elite model.
     *
     * @param arguments the folder to write to
     * @throws IOException if it cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (RecoveryModel recovery : RecoveryModel.values()) {
            String ending = "_" + recovery.name().toLowerCase(Locale.ROOT) + ".txt";
            Files.writeString(folder.resolve("flat" + ending), of(Chases.flat(RIDERS, 40, recovery)));
            Files.writeString(folder.resolve("stage18" + ending), of(Chases.stage18(RIDERS, STRETCHES, recovery)));
        }
    }

    /** The tables of a chase, ridden at one effort by the plan of the benchmarks. */
    static String of(Chase chase) {
        ChaseKernel kernel = ChaseKernel.compile(chase);
        double[] effort = new double[chase.road().sectorCount()];
        Arrays.fill(effort, 1);
        Pace pace = kernel.newPace();
        kernel.solvePace(effort, pace);
        LinePlan plan = Chases.plan(chase.team().size());
        PlanEvaluator evaluator = kernel.newEvaluator();
        evaluator.evaluate(pace, plan);
        Reference.check(chase, pace, plan, evaluator);
        ExportTables tables = new ExportTables();
        tables.addChase(chase);
        tables.addPace(chase, pace);
        tables.addPlan(plan);
        tables.addResults(chase, evaluator);
        return tables.text.toString();
    }

    private void add(String name, int length, IntToDoubleFunction value) {
        text.append(name).append(' ').append(length);
        for (int i = 0; i < length; i++) {
            text.append(' ').append(Double.toHexString(value.applyAsDouble(i)));
        }
        text.append('\n');
    }

    private void add(String name, double value) {
        add(name, 1, i -> value);
    }

    private void addChase(Chase chase) {
        List<Rider> team = chase.team().riders();
        List<Stretch> road = chase.road().stretches();
        Line line = chase.line();
        int n = team.size();
        int stretches = road.size();
        add("riders", n);
        add("stretches", stretches);
        add("elite", chase.recovery() == RecoveryModel.ELITE ? 1 : 0);
        add("per_efficiency", 1 / chase.drivetrain().efficiency());
        add("line_step_m", line.stepM());
        add("total_m", chase.road().lengthM());
        add("wheel_kg_per_m", wheelKgPerM(chase));
        add(
                "critical_power_w",
                n,
                i -> team.get(i).criticalPowerW() * chase.freshness().criticalPowerFactor());
        add("per_w_prime", n, i -> 1 / wPrimeJ(chase, i));
        add("elite_rate_per_s", n, i -> 1 / (team.get(i).recoveryFactor() * RecoveryModel.ELITE_SCALE_S));
        add(
                "air_kg_per_m",
                n,
                i -> 0.5 * chase.air().densityKgPerM3() * team.get(i).dragAreaM2());
        add(
                "constant_n",
                n * stretches,
                i -> RoadLoad.of(
                                road.get(i % stretches),
                                chase.air(),
                                chase.drivetrain(),
                                team.get(i / stretches).massKg(),
                                0)
                        .constantN());
        add("headwind_mps", stretches, s -> road.get(s).headwindMPerS());
        add("saving", (n + 1) * (n + 1), i -> saving(line, i / (n + 1), i % (n + 1)));
        add(
                "saving_factor",
                n * n,
                i -> line.shelter()
                        .savingFactor(
                                team.get(i % n).dragAreaM2(), team.get(i / n).dragAreaM2()));
    }

    private static double saving(Line line, int inLine, int place) {
        return place == 0 || place > inLine ? 0 : 1 - line.dragTable().dragFraction(inLine, place, line.wheelGapM());
    }

    private static double wPrimeJ(Chase chase, int slot) {
        return chase.team().riders().get(slot).wPrimeJ() * chase.freshness().wPrimeFactor();
    }

    private static double wheelKgPerM(Chase chase) {
        return 0.5 * chase.air().densityKgPerM3() * chase.drivetrain().wheelDragAreaM2();
    }

    private void addPace(Chase chase, Pace pace) {
        int stretches = chase.road().stretches().size();
        double perEfficiency = 1 / chase.drivetrain().efficiency();
        add("speed_mps", stretches, pace::speedMPerS);
        add("end_s", stretches, pace::endS);
        add("air_w", stretches, s -> pressure(chase, pace, s) * pace.speedMPerS(s) * perEfficiency);
        add(
                "wheel_w",
                stretches,
                s -> (RoadLoad.BEARING_N_S_PER_M * pace.speedMPerS(s) + wheelKgPerM(chase) * pressure(chase, pace, s))
                        * pace.speedMPerS(s)
                        * perEfficiency);
        add("per_newton_w", stretches, s -> pace.speedMPerS(s) * perEfficiency);
    }

    /** Air speed squared, with its sign. */
    private static double pressure(Chase chase, Pace pace, int s) {
        double airMPerS = pace.speedMPerS(s) + chase.road().stretches().get(s).headwindMPerS();
        return airMPerS * Math.abs(airMPerS);
    }

    private void addPlan(LinePlan plan) {
        add("working", plan.working);
        add("slot", plan.slot.length, i -> plan.slot[i]);
        add("pull_s", plan.slot.length, i -> plan.pullS[i]);
    }

    private void addResults(Chase chase, PlanEvaluator evaluator) {
        int n = chase.team().size();
        add("work_j", n, evaluator::workJ);
        add("worst_j", n, slot -> wPrimeJ(chase, slot) - evaluator.leastBalanceJ(slot));
        add("end_deficit_j", n, slot -> wPrimeJ(chase, slot) - evaluator.endBalanceJ(slot));
        add("pull_short_s", evaluator.pullShortS());
    }
}
