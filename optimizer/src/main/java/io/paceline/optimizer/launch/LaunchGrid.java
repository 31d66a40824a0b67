package io.paceline.optimizer.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** The launches that a study plans first, as metres after the start point: every eighth and the last, then every fourth, and so on. */
final class LaunchGrid {
    private static final int COARSEST = 8;

    private LaunchGrid() {}

    /** All of them, each in one level; a launch of a level lies between launches of the levels before. */
    static List<List<Double>> levels(Launches launches, double stepM) {
        List<Double> grid = grid(launches.lastM(), stepM);
        List<List<Double>> levels = new ArrayList<>();
        for (int stride = COARSEST; stride >= 1; stride /= 2) {
            List<Double> level = new ArrayList<>();
            for (int i = 0; i < grid.size(); i++) {
                boolean last = i == grid.size() - 1;
                boolean before = i % (2 * stride) == 0 || last;
                boolean now = i % stride == 0 || last;
                if (now && (stride == COARSEST || !before)) {
                    level.add(grid.get(i));
                }
            }
            levels.add(level);
        }
        return levels;
    }

    private static List<Double> grid(double lastM, double stepM) {
        List<Double> grid = new ArrayList<>(
                DoubleStream.iterate(0, m -> m < lastM, m -> m + stepM).boxed().toList());
        if (lastM >= Launches.SHORTEST_M && lastM - grid.get(grid.size() - 1) >= LaunchStudy.EDGE_M) {
            grid.add(lastM);
        }
        return grid;
    }
}
