/**
 * The model of {@code io.paceline.optimizer.rotation.solver} on Timefold: other imports, the same entities, changes, score, acceptor and stages.
 *
 * <pre>
 *   Stages --&gt; LocalSearch --&gt; Candidate &lt;-- DraftMove &lt;-- MoveDraw &lt;-- draft: Changes
 * </pre>
 */
package io.paceline.benchmarks.quality.timefold;
