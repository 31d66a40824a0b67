/**
 * The chases that searches are measured on: the same on every machine, from seeds and from two real roads.
 *
 * <pre>
 *   Roads, Riders --&gt; Instance (name, Chase) --&gt; ChaseKernel --&gt; DraftSpace
 * </pre>
 */
package io.paceline.benchmarks.quality.instance;
