package io.paceline.optimizer.launch;

import io.paceline.chase.Breakaway;
import io.paceline.chase.Chase;
import io.paceline.chase.Goal;
import io.paceline.chase.Objective;
import io.paceline.road.Road;
import io.paceline.road.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One chase, launched anywhere between its start point and its catch point. All launches share the stretches of the road, so the break
 * and the bunch are the same in each of them to the last bit; only the sectors are cut anew.
 */
public final class Launches {
    /** A chase rides at least so far, m; an approach is as long or none. */
    public static final double SHORTEST_M = 100;

    private final Chase chase;
    private final List<Stretch> whole;
    private final double lengthM;

    /**
     * The launches of a chase; where it is launched itself does not matter. Whatever its goal makes least, here it is the energy; riders whom
     * the goal wants to be left are left.
     *
     * @throws IllegalArgumentException if there is no break
     */
    public Launches(Chase chase) {
        if (chase.breakaway() == Breakaway.NONE) {
            throw new IllegalArgumentException("launch: there is no break to catch. Give one, or ask for a plan.");
        }
        this.chase = chase.toBuilder()
                .goal(new Goal(Objective.COLLECTIVE_ENERGY, chase.goal().ridersLeft()))
                .build();
        whole = new ArrayList<>(chase.approach());
        whole.addAll(chase.road().stretches());
        lengthM = whole.stream().mapToDouble(Stretch::lengthM).sum();
    }

    /** From the start point to the catch point, m. */
    public double lengthM() {
        return lengthM;
    }

    /** The chase that these are launches of. */
    public Chase chase() {
        return chase;
    }

    /** From the start point to the catch point. */
    public List<Stretch> whole() {
        return List.copyOf(whole);
    }

    /** The last place where a chase can be launched, m after the start point. */
    public double lastM() {
        return Math.max(0, lengthM - SHORTEST_M);
    }

    /**
     * The chase, launched so far after the start point.
     *
     * @param launchM 0, or {@value #SHORTEST_M} to {@link #lastM()}
     * @throws IllegalArgumentException if it is neither
     */
    public Chase from(double launchM) {
        boolean after = launchM >= SHORTEST_M && launchM <= lastM();
        if (launchM != 0 && !after) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "launch: launchM = %s m is neither 0 nor in [%s, %s] m. It counts from the start point.",
                    launchM,
                    SHORTEST_M,
                    lastM()));
        }
        List<Stretch> before = new ArrayList<>();
        List<Stretch> behind = new ArrayList<>();
        double riddenM = 0;
        for (Stretch stretch : whole) {
            double cutM = Math.min(stretch.lengthM(), Math.max(0, launchM - riddenM));
            riddenM += stretch.lengthM();
            if (cutM > 0) {
                before.add(part(stretch, cutM));
            }
            if (cutM < stretch.lengthM()) {
                behind.add(part(stretch, stretch.lengthM() - cutM));
            }
        }
        return chase.toBuilder().approach(before).road(Road.of(behind)).build();
    }

    private static Stretch part(Stretch stretch, double lengthM) {
        return new Stretch(
                lengthM,
                stretch.gradient(),
                stretch.headingRad(),
                stretch.headwindMPerS(),
                stretch.crosswindMPerS(),
                stretch.rollingResistance());
    }
}
