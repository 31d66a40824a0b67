/**
 * Reads rides: activity files of bicycle computers (FIT) and tables (CSV), and lists of efforts.
 *
 * <pre>
 *   bytes --&gt; ActivityReader --+--&gt; FitFile --&gt; FitMessages --&gt; Samples --+--&gt; Activity
 *                              +--&gt; ActivityCsv ------------&gt; Samples --+
 *                              +--&gt; ActivityCsv --&gt; Activity of efforts
 * </pre>
 *
 * <p>A reader of our own: the licence of the official FIT kit is proprietary, and no other decoder with a free licence is kept up. It knows
 * what a ride needs: headers, checksums, definitions in both byte orders, compressed times, fields of developers (passed over), and the
 * record message. What leaves is SI; what a file does not say is NaN. A file gives every number that is whole and a warning for what is
 * not, or an {@link io.paceline.app.scenario.InputException}. Knows no optimizer, no report and no command; {@code ArchitectureTest}
 * checks it.
 */
@NullMarked
package io.paceline.app.activity;

import org.jspecify.annotations.NullMarked;
