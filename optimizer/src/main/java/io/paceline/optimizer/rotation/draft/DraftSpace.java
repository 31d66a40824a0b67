package io.paceline.optimizer.rotation.draft;

import io.paceline.kernel.ChaseKernel;
import io.paceline.kernel.LinePlan;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import io.paceline.rider.Team;
import io.paceline.road.Road;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which drafts a chase allows, and the way between drafts and plans. Immutable.
 *
 * <p>Pulls are multiples of {@value #PULL_STEP_S} s. A pull below the shortest of a line counts as the shortest: how short it may be depends
 * on how many work, so one rider who comes to work must not spoil the pulls of all others. Efforts are whole millionths, so that
 * a plan can be written in decimals and read back bit for bit.
 */
public final class DraftSpace {
    /** Grid of the pulls, s. */
    public static final int PULL_STEP_S = 5;

    /** Longest pull of the search, s. */
    public static final int LONGEST_PULL_S = 600;

    /** Effort units in an effort of 1. One that was a hundred times larger would move somebody's least balance by up to 11 J in an hour of riding. */
    public static final int EFFORT_ONE = 1_000_000;

    /** One effort unit. */
    public static final double EFFORT_UNIT = 1.0 / EFFORT_ONE;

    /** Least effort, 0.02: on a descent that is coasting. */
    public static final int LEAST_EFFORT = 20_000;

    /** Most effort, 5. */
    public static final int MOST_EFFORT = 5_000_000;

    /** More turns than this are not ridden in any chase. */
    public static final int MOST_TURNS = 10_000;

    private final ChaseKernel kernel;
    private final int riders;
    private final int sectors;
    private final boolean[] protectedSlot;
    private final int[] shortestPullS;

    /** The drafts for a chase. */
    public DraftSpace(ChaseKernel kernel) {
        this.kernel = kernel;
        Team team = kernel.chase().team();
        riders = team.size();
        sectors = kernel.chase().road().sectorCount();
        protectedSlot = new boolean[riders];
        shortestPullS = new int[riders + 1];
        for (int slot = 0; slot < riders; slot++) {
            protectedSlot[slot] = team.isProtected(slot);
            shortestPullS[slot + 1] = onGridFrom(kernel.shortestPullS(slot + 1));
        }
    }

    private static int onGridFrom(double seconds) {
        if (seconds <= Pull.MIN_SECONDS) {
            return (int) Pull.MIN_SECONDS;
        }
        // a hair longer, so that a pull equal to the exchange is not refused for its last bit
        return PULL_STEP_S * (int) Math.ceil((seconds + 1e-6) / PULL_STEP_S);
    }

    /** What the drafts are about. */
    public ChaseKernel kernel() {
        return kernel;
    }

    /** How many riders are in the line. */
    public int riders() {
        return riders;
    }

    /** How many sectors the road has. */
    public int sectors() {
        return sectors;
    }

    /** How long each sector is, m. */
    double[] sectorLengthsM() {
        Road road = kernel.chase().road();
        double[] lengthsM = new double[sectors];
        for (int s = 0; s < road.stretches().size(); s++) {
            lengthsM[road.sectorOf(s)] += road.stretches().get(s).lengthM();
        }
        return lengthsM;
    }

    /** Whether the rider in a slot never pulls. */
    public boolean isProtected(int slot) {
        return protectedSlot[slot];
    }

    /** Shortest pull in a line of so many workers, s; a multiple of {@value #PULL_STEP_S}. */
    public int shortestPullS(int working) {
        return shortestPullS[working];
    }

    /** Whether the rider in a position pulls. */
    public boolean works(Draft draft, int position) {
        return draft.seconds[position] > 0 && !protectedSlot[draft.rider[position]];
    }

    /** How many pull and are not burned: a plan needs one. */
    public int stayers(Draft draft) {
        int count = 0;
        for (int position = 0; position < riders; position++) {
            count += works(draft, position) && draft.burnedAfterTurns[position] == 0 ? 1 : 0;
        }
        return count;
    }

    /** Fills the kernel's form: those who pull first, in their order, then those who sit on, in theirs. */
    public void fill(Draft draft, LinePlan line) {
        int working = 0;
        for (int position = 0; position < riders; position++) {
            if (works(draft, position)) {
                line.slot[working] = draft.rider[position];
                line.pullS[working] = draft.seconds[position];
                line.burnedAfterTurns[working] = draft.burnedAfterTurns[position];
                working++;
            }
        }
        line.working = working;
        for (int i = 0; i < working; i++) {
            line.pullS[i] = Math.max(line.pullS[i], shortestPullS[working]);
        }
        int place = working;
        for (int position = 0; position < riders; position++) {
            if (!works(draft, position)) {
                line.slot[place] = draft.rider[position];
                line.pullS[place] = 0;
                line.burnedAfterTurns[place] = 0;
                place++;
            }
        }
    }

    /**
     * A draft as a plan.
     *
     * @throws IllegalArgumentException if nobody pulls to the end
     */
    public RotationPlan toPlan(Draft draft) {
        LinePlan line = new LinePlan(riders);
        fill(draft, line);
        List<Pull> pulls = new ArrayList<>();
        List<String> sitsOn = new ArrayList<>();
        for (int place = 0; place < riders; place++) {
            String id = kernel.chase().team().riders().get(line.slot[place]).id();
            if (place < line.working) {
                pulls.add(new Pull(id, line.pullS[place], line.burnedAfterTurns[place]));
            } else {
                sitsOn.add(id);
            }
        }
        List<Double> efforts = new ArrayList<>();
        for (int effort : draft.effort) {
            efforts.add(effort / (double) EFFORT_ONE);
        }
        return new RotationPlan(pulls, sitsOn, efforts);
    }

    /**
     * The draft nearest to a plan.
     *
     * @throws IllegalArgumentException if the plan does not fit the chase
     */
    public Draft nearest(RotationPlan plan) {
        LinePlan line = LinePlan.of(plan, kernel.chase().team());
        if (plan.sectorEfforts().size() != sectors) {
            throw new IllegalArgumentException("plan: " + plan.sectorEfforts().size() + " efforts for " + sectors
                    + " sectors. Each sector needs one; all 1 is even power.");
        }
        Draft draft = new Draft(riders, sectors);
        for (int place = 0; place < riders; place++) {
            draft.rider[place] = line.slot[place];
            draft.seconds[place] = place < line.working ? nearestPullS(line.pullS[place], line.working) : 0;
            draft.burnedAfterTurns[place] = place < line.working ? line.burnedAfterTurns[place] : 0;
        }
        for (int sector = 0; sector < sectors; sector++) {
            draft.effort[sector] = clampEffort(Math.round(plan.sectorEfforts().get(sector) * EFFORT_ONE));
        }
        return draft;
    }

    /** The allowed pull nearest to some seconds. */
    public int nearestPullS(double seconds, int working) {
        int rounded = PULL_STEP_S * (int) Math.round(Math.min(seconds, LONGEST_PULL_S) / PULL_STEP_S);
        return Math.max(rounded, shortestPullS[working]);
    }

    /**
     * Gives a draft efforts that are to each other as these. Only that matters, so their mean becomes 1: a search that walks at random would
     * end with 200 % of an even effort everywhere, or with 50.
     */
    public static void setEfforts(Draft draft, double[] efforts) {
        double units = EFFORT_ONE * efforts.length / Arrays.stream(efforts).sum();
        for (int sector = 0; sector < efforts.length; sector++) {
            draft.effort[sector] = clampEffort(Math.round(units * efforts[sector]));
        }
    }

    /** The allowed effort nearest to some units. */
    public static int clampEffort(long units) {
        return (int) Math.max(LEAST_EFFORT, Math.min(MOST_EFFORT, units));
    }
}
