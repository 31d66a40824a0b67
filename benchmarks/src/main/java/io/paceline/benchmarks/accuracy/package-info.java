/**
 * Writes {@code docs/accuracy.md}: what was published, what the library computes with the same inputs, and why they differ.
 *
 * <pre>
 *   published figures (CSV) --&gt; Published --+--&gt; ...Section --&gt; Page --&gt; docs/accuracy.md
 *   core, through its public interface -----+
 * </pre>
 *
 * <p>Every number of the page is computed when it is written; {@code AccuracyPageTest} fails when the page is out of date. Nothing is tuned
 * to it. SI units.
 */
package io.paceline.benchmarks.accuracy;
