/**
 * How good searches are at equal time, and how far what they find can be from the best.
 *
 * <pre>
 *   instance --&gt; Contender (ours, Timefold, peers) --Run--&gt; JSON --&gt; QualityReport (Markdown), GapChart (SVG)
 *                   |                                        ^
 *                   +--&gt; BestKnown (best.csv) --&gt; Bounds (bounds.csv)
 * </pre>
 *
 * <p>{@code QUALITY.md} has the results.
 */
package io.paceline.benchmarks.quality;
