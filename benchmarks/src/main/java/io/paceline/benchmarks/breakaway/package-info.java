/**
 * The model against how breaks end in races: like riders on three invented roads, and five reported chases.
 *
 * <pre>
 *   Terrain, numbers --&gt; BreakawayStudy (BreakStudy, RotationPlanner) --&gt; StudyPage --&gt; docs/study-breakaways.md
 * </pre>
 */
package io.paceline.benchmarks.breakaway;
