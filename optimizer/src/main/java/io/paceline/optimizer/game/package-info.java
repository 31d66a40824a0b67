/**
 * A job that some of several rivals could do, and that all of them gain from: who does it, who lets the others do it, what is fair.
 *
 * <pre>
 *   players, benefits --------------+
 *   coalition --&gt; Effort (or none) --+--&gt; JointTask --&gt; minimal, stable, best coalition; what a free rider gains
 *                                            +--------&gt; ShapleyValue --&gt; FairShare
 * </pre>
 *
 * <p>Benefits and costs are in one unit of the caller's choice. Knows nothing of any sport and depends on the JDK alone; {@code
 * ArchitectureTest} checks it. {@code docs/decide.md} defines every word, {@code docs/game.md} has an example from another world.
 */
@NullMarked
package io.paceline.optimizer.game;

import org.jspecify.annotations.NullMarked;
