/**
 * The paceline command: files in, plans out.
 *
 * <pre>
 *   scenario.yaml --&gt; io.paceline.app.scenario --&gt; Scenario --&gt; ChaseKernel --&gt; RotationPlanner (PlanSearch)
 *                                                                             |
 *   terminal, plan.json, report.html &lt;-- io.paceline.app.report &lt;-- Answer &lt;---------------+
 * </pre>
 *
 * <p>The commands are here: they parse options, call the parts, and decide the exit code. Nothing here knows the search engine;
 * {@code ArchitectureTest} checks it.
 */
@NullMarked
package io.paceline.app;

import org.jspecify.annotations.NullMarked;
