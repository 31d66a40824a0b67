/**
 * What a team is told to do: who pulls, in which order, how long, who sits on, who is burned, how hard on each sector.
 *
 * <p>A plan knows no chase; whether it fits one is checked where they meet, in {@code io.paceline.kernel}. May depend on
 * {@code io.paceline.check} only; {@code ArchitectureTest} checks it.
 */
package io.paceline.plan;
