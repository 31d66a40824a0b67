package io.paceline.benchmarks.accuracy;

import static io.paceline.benchmarks.accuracy.Page.fixed;
import static io.paceline.benchmarks.accuracy.Page.signed;

import io.paceline.chase.Breakaway;
import io.paceline.chase.Chase;
import io.paceline.chase.Goal;
import io.paceline.chase.Line;
import io.paceline.chase.Objective;
import io.paceline.drafting.DragTables;
import io.paceline.drafting.Shelter;
import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.limit.Limit;
import io.paceline.optimizer.limit.LimitOptions;
import io.paceline.optimizer.limit.TeamLimit;
import io.paceline.optimizer.rotation.SearchOptions;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import io.paceline.rider.Freshness;
import io.paceline.rider.RecoveryModel;
import io.paceline.rider.Rider;
import io.paceline.rider.Team;
import io.paceline.road.Air;
import io.paceline.road.Road;
import io.paceline.road.Stretch;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What the time of a four-man pursuit hangs on: published elasticities against our own limit. */
final class PursuitSection {
    private static final double CHANGE = 0.05;
    private static final double TURN_M = 500;
    private static final double MASS_KG = 91;
    private static final double ROLLING = 0.002;
    private static final long SEARCHED = 800;

    private PursuitSection() {}

    /** The inputs of a pursuit; the riders are the means of Bartram 2018 (CP, W') and of the pursuiters of 2000 (mass, CdA). */
    private record Pursuit(
            double densityKgPerM3, double dragAreaM2, double criticalPowerW, double wPrimeJ, double lengthM) {

        private Chase fastest(RecoveryModel model) {
            List<Rider> riders = IntStream.rangeClosed(1, 4)
                    .mapToObj(i -> new Rider("P" + i, MASS_KG, dragAreaM2, criticalPowerW, wPrimeJ))
                    .toList();
            Road track = Road.of(List.of(new Stretch(lengthM, 0, 0, 0, ROLLING)));
            return Chase.builder(new Team(riders, Set.of()), track, new Air(densityKgPerM3), Breakaway.NONE)
                    .freshness(Freshness.FRESH)
                    .recovery(model)
                    .reserveFraction(0)
                    .goal(new Goal(Objective.FASTEST, riders.size()))
                    .line(new Line(0.15, DragTables.blocken2018(), Shelter.DEFAULT))
                    .build();
        }

        /** The shortest time in which nobody is overdrawn, in turns of 500 m, s. */
        double limitS(RecoveryModel model) {
            double fast = lengthM / 21;
            double slow = lengthM / 12;
            for (int step = 0; step < 50; step++) {
                double middle = 0.5 * (fast + slow);
                boolean holds = overdrawnJ(middle, model) <= 0;
                slow = holds ? middle : slow;
                fast = holds ? fast : middle;
            }
            return slow;
        }

        private double overdrawnJ(double timeS, RecoveryModel model) {
            Chase chase = fastest(model).toBuilder()
                    .breakaway(new Flat.Deadline(timeS))
                    .goal(Goal.LEAST_ENERGY)
                    .build();
            double turnS = TURN_M * timeS / lengthM;
            List<Pull> pulls = chase.team().riders().stream()
                    .map(rider -> new Pull(rider.id(), turnS))
                    .toList();
            return ChaseKernel.compile(chase)
                    .evaluate(new RotationPlan(pulls, List.of(), List.of(1.0)))
                    .overdrawnJ();
        }

        /** The same with turns of any length, as {@code paceline limit} finds it, s. */
        double searchedS() {
            Limit limit = TeamLimit.find(
                    fastest(RecoveryModel.CONSERVATIVE), LimitOptions.speedOnly(SearchOptions.evaluations(SEARCHED)));
            return lengthM / limit.speedMPerS();
        }
    }

    static void write(Page page) {
        page.heading("What a team pursuit hangs on");
        page.paragraph(
                "Sci Rep 2024 (s41598-024-75963-4, table 1): by how many percent the time of four equal riders changes when an input"
                        + " changes by one percent; relays of four half-laps. Ours: the shortest time in which nobody is overdrawn, 4 km, turns of"
                        + " 500 m, riders of published figures (CP 393 W, W′ 23.3 kJ, 0.22 m², 91 kg with bicycle), central differences of ±5 %%.");
        page.head("input", "published", "`conservative`", "`elite`", "`paceline limit`, free turns");
        List<Published> rows = Published.read("/io/paceline/benchmarks/accuracy/tp_sensitivity_scirep2024.csv", 10);
        row(page, rows, "air density", "rho_air", f -> usual(f, 1, 1, 1, 1));
        row(page, rows, "drag area", "Sc_D", f -> usual(1, f, 1, 1, 1));
        row(page, rows, "critical power", "P_crit", f -> usual(1, 1, f, 1, 1));
        row(page, rows, "work above it (W′; theirs without oxygen)", "E_non_ox", f -> usual(1, 1, 1, f, 1));
        row(page, rows, "distance", "D_end", f -> usual(1, 1, 1, 1, f));
        Pursuit usual = usual(1, 1, 1, 1, 1);
        page.paragraph(
                "Our times: %s s and %s s, and %s s with free turns (`conservative`), from a flying start; theirs about 245 s, from a"
                        + " standing one. That probably is why air, drag and distance weigh less with them: the first half lap takes its time"
                        + " whatever the air is. Critical power weighs more with us: their riders have a VO2max (-0.24) beside it, and ours do"
                        + " not. The other inputs of their table have no counterpart here.",
                fixed(0, usual.limitS(RecoveryModel.CONSERVATIVE)),
                fixed(0, usual.limitS(RecoveryModel.ELITE)),
                fixed(0, usual.searchedS()));
    }

    private static Pursuit usual(double density, double dragArea, double criticalPower, double wPrime, double length) {
        return new Pursuit(1.15 * density, 0.22 * dragArea, 393 * criticalPower, 23_300 * wPrime, 4_000 * length);
    }

    private static void row(
            Page page, List<Published> rows, String name, String parameter, DoubleFunction<Pursuit> changed) {
        double published = rows.stream()
                .filter(row -> row.text("parameter").equals(parameter))
                .findFirst()
                .orElseThrow()
                .number("elasticity");
        page.row(
                name,
                signed(2, published),
                signed(2, elasticity(changed, pursuit -> pursuit.limitS(RecoveryModel.CONSERVATIVE))),
                signed(2, elasticity(changed, pursuit -> pursuit.limitS(RecoveryModel.ELITE))),
                signed(2, elasticity(changed, Pursuit::searchedS)));
    }

    /** Percent of time for a percent of the input. */
    private static double elasticity(DoubleFunction<Pursuit> changed, ToDoubleFunction<Pursuit> timeS) {
        double more = timeS.applyAsDouble(changed.apply(1 + CHANGE));
        double less = timeS.applyAsDouble(changed.apply(1 - CHANGE));
        return (more - less) / (2 * CHANGE * timeS.applyAsDouble(changed.apply(1)));
    }
}
