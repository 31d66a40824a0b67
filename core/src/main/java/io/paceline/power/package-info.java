/**
 * From speed to power and back, for one rider on one stretch.
 *
 * <pre>
 *   Stretch (gradient, headwind, surface), Air, Drivetrain, mass, drag area --&gt; RoadLoad --&gt; power at a speed, speed at a power
 * what is computed from air across the road: Crosswind ----------------------^
 * </pre>
 *
 * <p>SI units. Steady riding: changes of speed between stretches are not charged, their kinetic energy telescopes. Source: Martin et al.
 * 1998. May depend on {@code io.paceline.road} and {@code io.paceline.check}; {@code ArchitectureTest} checks it.
 */
package io.paceline.power;
