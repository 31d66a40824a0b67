/**
 * The road that is ridden: how steep it is, where it leads, what air and wind it meets.
 *
 * <pre>
 *   track or profile --&gt; Trace --&gt; Smoothing --&gt; Grid --&gt; Course --&gt; climbs()
 *   (TrackPoint)      distances   elevations   25 m        |
 *                                                          +--&gt; Cells --&gt; Ward --&gt; Stretch[] --&gt; Road (sectors) --&gt; the chase
 *                                  Wind (10 m -&gt; rider) ---^   100 m     merging
 *   weather report --&gt; Air --&gt; density --&gt; io.paceline.power
 * </pre>
 *
 * <p>SI units and radians; degrees in {@link io.paceline.road.TrackPoint} alone. Directions run clockwise from north; a
 * wind's is where it comes from, a road's where it leads. Positions are metres from the start.
 *
 * <p>Holds for: paved roads up to {@code Stretch.MAX_GRADIENT}, latitudes up to 85°, altitudes from -500 to 4 500 m, a
 * steady wind over open country. Not for tunnels with elevations from a terrain model (they are refused if too steep),
 * nor for gusts and shelter by houses or woods.
 *
 * <p>May depend on {@code io.paceline.check} only.
 */
package io.paceline.road;
