/**
 * Reads a scenario and what it names, checks everything once, and builds the problem.
 *
 * <pre>
 *   scenario.yaml --&gt; Tree --&gt; Fields --+--&gt; ScenarioReader, ChaseReader, BreakReader --&gt; Scenario (with its Chase)
 *   riders.csv ------&gt; CsvTable --&gt; Roster --+        |
 *   drag.csv --------&gt; CsvTable --&gt; DragFile -+        |
 *   course.gpx ------&gt; GpxGuard, GpxCourse -----------+
 * </pre>
 *
 * <p>Files hold the units of people (km/h, hPa, km to go); what leaves is SI. A fault is an {@link
 * io.paceline.app.scenario.InputException} with file and line. Knows no optimizer and no report; {@code ArchitectureTest} checks it.
 */
@NullMarked
package io.paceline.app.scenario;

import org.jspecify.annotations.NullMarked;
