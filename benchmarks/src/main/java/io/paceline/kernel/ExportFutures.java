package io.paceline.kernel;

import io.paceline.benchmarks.kernel.FuturesBenchmark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the tables of the futures benchmark, the script of its plan and the kernel's results for the peer in C: one number a line, in
 * hexadecimal, so that no digit is lost. In this package because the tables are nobody else's business.
 */
public final class ExportFutures {
    private static final int FUTURES = 1024;

    private final StringBuilder text = new StringBuilder();

    private ExportFutures() {}

    /**
     * Writes them to a file.
     *
     * @param arguments the file
     * @throws IOException if it cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        FuturesKernel kernel = FuturesKernel.compile(FuturesBenchmark.chases(FUTURES));
        kernel.solvePaces(new double[] {1});
        kernel.evaluate(FuturesBenchmark.plan());
        ExportFutures export = new ExportFutures();
        export.add(kernel.ride.script, kernel.lanes);
        Files.writeString(Path.of(arguments[0]), export.text);
    }

    private void add(LaneScript script, LaneArrays lanes) {
        int riders = lanes.workJ.length / lanes.lanes;
        add(lanes.lanes, riders, lanes.stretches, script.swings, script.intervals, script.phases, lanes.perEfficiency);
        addFirst(script.swings, script.swingStretch);
        addFirst(script.swings, script.swingAtS);
        addFirst(script.swings, script.lineLengthM);
        addFirst(script.intervals, script.stretch);
        addFirst(script.intervals, script.fromS);
        addFirst(script.intervals, script.toS);
        addFirst(script.intervals, script.fromMoment);
        addFirst(script.intervals, script.toMoment);
        addFirst(script.intervals, script.phase);
        addFirst(script.phases, script.phaseStretch);
        addFirst(script.phases, script.phaseJoin);
        addFirst(script.phases, script.drifter);
        addFirst(script.phases * riders, script.constantN);
        addFirst(script.phases * riders, script.dragAreaM2);
        addStretches(lanes, lanes.speedMPerS);
        addStretches(lanes, lanes.startS);
        addStretches(lanes, lanes.endS);
        addStretches(lanes, lanes.slowerMPerS);
        addStretches(lanes, lanes.headwindMPerS);
        add(lanes.halfDensity);
        addRoad(lanes, LaneBlock.AIR);
        addRoad(lanes, LaneBlock.WHEEL);
        addRoad(lanes, LaneBlock.PER_NEWTON);
        add(lanes.criticalPowerW);
        add(lanes.perRecovery);
        add(lanes.startDeficitJ);
        add(lanes.startWorstJ);
        add(lanes.startWorkJ);
        add(lanes.workJ);
        add(lanes.worstJ);
    }

    private void addStretches(LaneArrays lanes, double[] numbers) {
        for (int s = 0; s < lanes.stretches; s++) {
            for (int lane = 0; lane < lanes.lanes; lane++) {
                add(numbers[lanes.at(s, lane)]);
            }
        }
    }

    private void addRoad(LaneArrays lanes, int what) {
        for (int s = 0; s < lanes.stretches; s++) {
            for (int lane = 0; lane < lanes.lanes; lane++) {
                add(lanes.road[lanes.roadAt(s, lane) + what]);
            }
        }
    }

    private void addFirst(int count, double[] numbers) {
        for (int i = 0; i < count; i++) {
            add(numbers[i]);
        }
    }

    private void addFirst(int count, int[] numbers) {
        for (int i = 0; i < count; i++) {
            add(numbers[i]);
        }
    }

    private void add(double... numbers) {
        for (double number : numbers) {
            text.append(Double.toHexString(number)).append('\n');
        }
    }
}
