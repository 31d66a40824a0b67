package io.paceline.drafting;

/** The drag of a rider in a line, as a fraction of his drag alone at the same speed. */
public interface DragTable {
    /**
     * Drag in the line over drag alone.
     *
     * @param riders in the line, 1 or more
     * @param place 1 is the front; up to {@code riders}
     * @param wheelGapM from wheel to wheel, m; within the gaps of the table
     * @throws IllegalArgumentException if the place is not in the line or the gap is outside the table
     */
    double dragFraction(int riders, int place, double wheelGapM);

    /** Where the numbers come from, in one line. */
    String source();

    /** The mean over all places of a line: what a rider feels who spends the same time in each. */
    default double meanDragFraction(int riders, double wheelGapM) {
        double sum = 0;
        for (int place = 1; place <= riders; place++) {
            sum += dragFraction(riders, place, wheelGapM);
        }
        return sum / riders;
    }
}
