/**
 * What is worked out about a plan once it is found: how far from the best it can be, what it hangs on, and what would help
 * where it fails.
 *
 * <pre>
 *   plan --&gt; Proof  --Bound--&gt; ------+
 *        --&gt; Hinges --Tornado--&gt; ----+--&gt; io.paceline.app.report.Answer
 *        --&gt; Suggestions ------------+
 * </pre>
 *
 * <p>Knows the optimizer and the words of the reports, no commands and no pages; {@code ArchitectureTest} checks it.
 */
@NullMarked
package io.paceline.app.study;

import org.jspecify.annotations.NullMarked;
