/**
 * The problem and the answer.
 *
 * <pre>
 *   Team, Road, Air, Line, Breakaway, ... --&gt; Chase --&gt; [io.paceline.kernel] --&gt; Outcome
 * </pre>
 *
 * <p>SI units. Time is counted from the moment the chase passes the start point; the break has passed it a gap earlier. May depend on every
 * package of the module but {@code io.paceline.kernel}; {@code ArchitectureTest} checks it.
 */
package io.paceline.chase;
