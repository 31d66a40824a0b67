/**
 * How fast the kernel is, and against what.
 *
 * <pre>
 *   Chases --&gt; kernel and steppers --Reference checks--&gt; JMH --&gt; results/*.json --&gt; RESULTS.md, CostChart
 *      |----&gt; ExportTables --&gt; native/ (the same algorithm in C)
 * </pre>
 *
 * <p>Every benchmark stops if its result differs from the stepper's at a fine step. SI units.
 */
package io.paceline.benchmarks.kernel;
