package io.paceline.chase;

import io.paceline.check.Range;
import io.paceline.drafting.DragTable;
import io.paceline.drafting.Shelter;
import io.paceline.power.Crosswind;

/**
 * How the riders ride behind one another, and what an exchange takes.
 *
 * @param wheelGapM from wheel to wheel, m; 0.05 to 5
 * @param dragTable shelter by place
 * @param shelter effect of the size of the rider ahead
 * @param exchange how the leader drops back
 * @param crosswind what air from the side does to them
 */
public record Line(double wheelGapM, DragTable dragTable, Shelter shelter, Exchange exchange, Crosswind crosswind) {

    /** @throws IllegalArgumentException if the gap is outside its range */
    public Line {
        Range.check(wheelGapM, 0.05, 5, "line: wheelGapM", "m", "Maybe it is in centimetres.");
    }

    /** A line that knows no air from the side. */
    public Line(double wheelGapM, DragTable dragTable, Shelter shelter, Exchange exchange) {
        this(wheelGapM, dragTable, shelter, exchange, Crosswind.IGNORED);
    }

    /** A line with usual exchanges that knows no air from the side. */
    public Line(double wheelGapM, DragTable dragTable, Shelter shelter) {
        this(wheelGapM, dragTable, shelter, Exchange.USUAL);
    }

    /** The same with another gap. */
    public Line withWheelGapM(double gapM) {
        return new Line(gapM, dragTable, shelter, exchange, crosswind);
    }

    /** The same with another table. */
    public Line withDragTable(DragTable table) {
        return new Line(wheelGapM, table, shelter, exchange, crosswind);
    }

    /** The same with another effect of size. */
    public Line withShelterExponent(double exponent) {
        return new Line(wheelGapM, dragTable, new Shelter(exponent), exchange, crosswind);
    }

    /** The same with other exchanges. */
    public Line withExchange(Exchange other) {
        return new Line(wheelGapM, dragTable, shelter, other, crosswind);
    }

    /** The same in air from the side. */
    public Line withCrosswind(Crosswind other) {
        return new Line(wheelGapM, dragTable, shelter, exchange, other);
    }

    /** From a wheel to the next rider's, m: bicycle and gap. */
    public double stepM() {
        return exchange.bicycleLengthM() + wheelGapM;
    }

    /** How long the leader takes to drop behind the last working rider, s; 0 for a lone worker. */
    public double exchangeS(int working, double speedMPerS) {
        return (working - 1) * stepM() / exchange.slowerMPerS(speedMPerS);
    }
}
