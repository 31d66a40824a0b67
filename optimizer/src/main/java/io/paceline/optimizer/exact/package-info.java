/**
 * How far from the best a plan can be: lower bounds that no plan goes below, and the best plan that an exact search finds.
 *
 * <pre>
 *   ChaseKernel, Pace --&gt; LineStates (every power that a line can ask for) --+
 *   Formations (every order, up to rotation) ------------------------------+--&gt; GridBound, FairnessBound --&gt; Certificate   pulls on the grid
 *   Stamina (how long each can pull), Timetables --&gt; RotationSearch --------+
 *   DualProgramme (prices from a linear programme) --&gt; PricedStates ---------&gt; OrderBound --&gt; Certificate   any pulls
 *   SectorGroup (the cheapest power of every sector) --&gt; PaceBound -----------------------&gt; Certificate   any speeds
 *   TeamRuns (what the team has for runs of sectors) --&gt; RunProgramme --&gt; UnburnedBound --&gt; Certificate   any speeds, nobody burned
 * </pre>
 *
 * <p>With prices a bound is a sum in plain arithmetic that holds for whatever prices the linear programme returns: weak duality. The proofs are in
 * {@code docs/bounds.md}.
 */
@NullMarked
package io.paceline.optimizer.exact;

import org.jspecify.annotations.NullMarked;
