/**
 * Plans in whole numbers while they are searched, what they cost, and the stages of a search that need no solver. Not for users.
 *
 * <pre>
 *   ChaseKernel --&gt; DraftSpace --&gt; Opening, Polish --Draft--&gt; CostMeter --Cost--&gt; Trials (the best so far)
 *   Draft --&gt; Changes --Change--&gt; a solver's moves; Ceiling: which drafts need not be ridden to their end
 *   RotationPlan &lt;--&gt; Draft
 * </pre>
 *
 * <p>May depend on core only; {@code ArchitectureTest} checks it.
 */
@NullMarked
package io.paceline.optimizer.rotation.draft;

import org.jspecify.annotations.NullMarked;
