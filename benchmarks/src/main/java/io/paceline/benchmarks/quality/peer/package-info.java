/**
 * Other ways to search for the same plans, with the same cost.
 *
 * <pre>
 *   Opening --&gt; HillClimb (changes of drafts)
 *           --&gt; Keys (a draft as a vector) --&gt; Genetic (Jenetics), Evolution (CMA-ES of Hipparchus)
 *               Exhaustive (every plan of a grid)
 * </pre>
 */
package io.paceline.benchmarks.quality.peer;
