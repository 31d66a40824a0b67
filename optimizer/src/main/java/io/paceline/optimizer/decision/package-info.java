/**
 * Whether to chase, and with whom: every coalition of teams is planned, or some of them if there are many, then the game is played.
 *
 * <pre>
 *   Places, Stakes --&gt; Decider --+--&gt; CoalitionTable (rotation planner, PlanCache) --&gt; RideCosts --Effort--&gt; game.JointTask
 *                                +--&gt; Exploration (asks for some of more than ten teams) --&gt; AskedCoalitions --&gt; CoalitionTable
 *                                +--&gt; FairPulls (Shapley shares as seconds at the front)
 *                                +--&gt; Decision (coalitions, options, shares, verdict)
 * </pre>
 *
 * <p>{@code docs/decide.md} defines what is counted. May depend on core, {@code io.paceline.optimizer.rotation} and {@code
 * io.paceline.optimizer.game}; {@code ArchitectureTest} checks it.
 */
@NullMarked
package io.paceline.optimizer.decision;

import org.jspecify.annotations.NullMarked;
