package io.paceline.road;

import java.util.function.UnaryOperator;

/** The wind at every place of a course: one everywhere, or a {@link Forecast}. */
public interface WindAlong {
    /**
     * The wind at a place.
     *
     * @param atM from the start of the course, m
     */
    Wind at(double atM);

    /** Every wind changed alike: a forecast that is wrong in the same way everywhere. */
    WindAlong map(UnaryOperator<Wind> change);
}
