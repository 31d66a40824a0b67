/**
 * Riders from rides: what was found in activity files, on the terminal, in JSON, and as a line of riders.csv.
 *
 * <pre>
 *   Activity[] --&gt; RiderStudy --&gt; io.paceline.optimizer.calibration --&gt; RiderAnswer --+--&gt; RiderText --&gt; terminal
 *                                                                                  +--&gt; RiderJson
 *   RosterRow --&gt; RosterFile --&gt; riders.csv                                        +--&gt; RosterRow
 * </pre>
 *
 * <p>Not in {@code report}, which knows no optimizer. Knows no command; {@code ArchitectureTest} checks it.
 */
@NullMarked
package io.paceline.app.riders;

import org.jspecify.annotations.NullMarked;
