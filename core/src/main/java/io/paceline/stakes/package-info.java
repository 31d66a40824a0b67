/**
 * What a catch is worth, and to whom.
 *
 * <pre>
 *   RivalTeam (riders to spare, worth of a stage win) --+
 *   Classification (who is how far behind whom) --------+--&gt; Stakes --&gt; benefit of each team
 * </pre>
 *
 * <p>Worth is counted in points of the user's choice; one rate turns joules into points. May depend on {@code io.paceline.rider} and
 * {@code io.paceline.check}; {@code ArchitectureTest} checks it.
 */
package io.paceline.stakes;
