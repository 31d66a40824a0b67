/**
 * A planner in the browser, on this machine only.
 *
 * <pre>
 *   browser --question, gap--&gt; Gate --&gt; Api --&gt; Desk --Task--&gt; SearchWorker --&gt; RotationPlanner
 *      ^                                   |      |  ^              |
 *      +-------- server-sent events -------+      |  +-- StudyWorker: proof, what it hangs on
 *                                                 +-- Snapshot (best plan so far)
 *                                                 +-- Race: the files, in memory
 * </pre>
 *
 * <p>Nothing that a request says is ever used as a path on a disk: files live in memory ({@link io.paceline.app.serve.Race}). The only
 * file written is the state that the user named when he started the planner.
 */
@NullMarked
package io.paceline.app.serve;

import org.jspecify.annotations.NullMarked;
