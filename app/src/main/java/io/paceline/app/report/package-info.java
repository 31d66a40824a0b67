/**
 * Shows plans and courses in the units of people, and writes plans for programs.
 *
 * <pre>
 *   Scenario, RotationPlan, Outcome --&gt; Answer --+--&gt; PlanText --&gt; terminal
 *                                     Sectors ---+--&gt; PlanJson --&gt; OutputFile --&gt; plan.json
 *                                                +--&gt; io.paceline.app.report.html --&gt; OutputFile --&gt; report.html
 *                                                +--&gt; io.paceline.app.report.cards --&gt; OutputFolder --&gt; cards to carry
 *   Course, Road --------------------------------&gt; CourseText --&gt; terminal
 * </pre>
 *
 * <p>No physics: what is not in an {@code Outcome} or a {@code Trace} of the kernel is not shown. Knows no search; {@code ArchitectureTest}
 * checks it.
 */
@NullMarked
package io.paceline.app.report;

import org.jspecify.annotations.NullMarked;
