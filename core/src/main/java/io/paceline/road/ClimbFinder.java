package io.paceline.road;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the climbs of a course. Watch how far the road is above a line that rises by {@value #STEADY_GRADIENT}: a climb
 * goes from a low to a high of that height, and ends when the height has fallen {@value #LOST_M} m below its high, or
 * below its low. Climbs that gain less than {@value #LEAST_GAIN_M} m or {@value #LEAST_GRADIENT} on average are left
 * out.
 */
final class ClimbFinder {
    /** What is steeper is climbing, rise over run. Estimate: the Tour's fourth category begins near 3 % on average. */
    static final double STEADY_GRADIENT = 0.02;

    /** An easing that costs less does not end a climb, m; 10 m is 500 m of flat road. Estimate. */
    static final double LOST_M = 10;

    static final double LEAST_GAIN_M = 40;
    static final double LEAST_GRADIENT = 0.03;

    private ClimbFinder() {}

    static List<Climb> climbs(Grid grid) {
        List<Climb> climbs = new ArrayList<>();
        int foot = 0;
        int top = 0;
        for (int i = 1; i < grid.points(); i++) {
            double height = height(grid, i);
            if (height > height(grid, top)) {
                top = i;
            } else if (height < height(grid, top) - LOST_M || height < height(grid, foot)) {
                addIfWorthIt(climbs, grid, foot, top);
                foot = i;
                top = i;
            }
        }
        addIfWorthIt(climbs, grid, foot, top);
        return List.copyOf(climbs);
    }

    private static double height(Grid grid, int i) {
        return grid.elevationM(i * grid.stepM()) - STEADY_GRADIENT * i * grid.stepM();
    }

    private static void addIfWorthIt(List<Climb> climbs, Grid grid, int foot, int top) {
        if (top == foot) {
            return;
        }
        double footM = foot * grid.stepM();
        double topM = top * grid.stepM();
        Climb climb = new Climb(footM, topM - footM, grid.elevationM(topM) - grid.elevationM(footM));
        if (climb.gainM() >= LEAST_GAIN_M && climb.meanGradient() >= LEAST_GRADIENT) {
            climbs.add(climb);
        }
    }
}
