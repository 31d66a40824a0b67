package io.paceline.optimizer.exact;

import io.paceline.kernel.Pace;
import io.paceline.road.Road;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The sectors of a road in classes of like effort, and the uninterrupted times that the ride spends in each class. Where exchanges can
 * fall, and how many, is bounded class by class.
 */
final class RoadClasses {
    private static final int MOST_CLASSES = 10;

    final int count;
    private final int[] classOf;
    /** Uninterrupted times in each class, s. */
    private final List<List<Double>> runsS = new ArrayList<>();

    /** @param effortW by stretch: what the classes are made by */
    RoadClasses(Road road, Pace pace, double[] effortW) {
        int stretches = effortW.length;
        int sectors = road.sectorCount();
        double[] workJ = new double[sectors];
        double[] durationS = new double[sectors];
        for (int s = 0; s < stretches; s++) {
            double lastsS = pace.endS(s) - (s == 0 ? 0 : pace.endS(s - 1));
            workJ[road.sectorOf(s)] += effortW[s] * lastsS;
            durationS[road.sectorOf(s)] += lastsS;
        }
        int[] classOfSector = classes(workJ, durationS, pace.durationS());
        classOf = new int[stretches];
        Arrays.setAll(classOf, s -> classOfSector[road.sectorOf(s)]);
        count = Arrays.stream(classOf).max().orElse(0) + 1;
        for (int c = 0; c < count; c++) {
            runsS.add(new ArrayList<>());
        }
        double startS = 0;
        for (int s = 0; s < stretches; s++) {
            if (s + 1 == stretches || classOf[s + 1] != classOf[s]) {
                runsS.get(classOf[s]).add(pace.endS(s) - startS);
                startS = pace.endS(s);
            }
        }
    }

    /** Classes of about equal time, by mean effort. */
    private static int[] classes(double[] workJ, double[] durationS, double totalS) {
        int[] classOf = new int[workJ.length];
        if (workJ.length <= MOST_CLASSES) {
            Arrays.setAll(classOf, k -> k);
            return classOf;
        }
        Integer[] byEffort = new Integer[workJ.length];
        Arrays.setAll(byEffort, k -> k);
        Arrays.sort(byEffort, (a, b) -> Double.compare(workJ[a] / durationS[a], workJ[b] / durationS[b]));
        double timeS = 0;
        int last = -1;
        int lastTenth = -1;
        for (int sector : byEffort) {
            int tenth = Math.min(MOST_CLASSES - 1, (int) (timeS / totalS * MOST_CLASSES));
            last += tenth > lastTenth ? 1 : 0;
            lastTenth = tenth;
            classOf[sector] = last;
            timeS += durationS[sector];
        }
        return classOf;
    }

    int of(int stretch) {
        return classOf[stretch];
    }

    /** The uninterrupted times in a class, s. */
    List<Double> runsS(int roadClass) {
        return runsS.get(roadClass);
    }
}
