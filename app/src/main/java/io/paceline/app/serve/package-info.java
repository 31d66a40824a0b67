/**
 * A planner in the browser, on this machine only.
 *
 * <pre>
 *   browser --question, gap--&gt; Gate --&gt; Api --&gt; Desk --Task--&gt; SearchWorker --&gt; BreakPlanner, RotationPlanner
 *      ^                                            |            |
 *      |                                     isStale|            +-- StudyWorker: proof, what would help, what it hangs on
 *      |                                            |            |
 *      +---- server-sent events ---- Board &lt;--------+--Answer----+
 *                                      +--Snapshot--&gt; Handouts: report, cards
 *
 *   files --&gt; RaceLoader --&gt; Race: the files, in memory
 * </pre>
 *
 * <p>Nothing that a request says is ever used as a path on a disk: files live in memory ({@link io.paceline.app.serve.Race}). The only
 * file written is the state that the user named when he started the planner.
 */
@NullMarked
package io.paceline.app.serve;

import org.jspecify.annotations.NullMarked;
