/**
 * Who rides in whose wake, and what that leaves of his drag.
 *
 * <pre>
 *   riders, place, wheel gap --&gt; DragTable --&gt; drag fraction --+
 *   CdA of the rider ahead ----------------------------------&gt; Shelter --&gt; drag fraction behind him
 * </pre>
 *
 * <p>Holds for one straight line, equal gaps, no crosswind. Not for echelons or riders side by side. May depend on
 * {@code io.paceline.check} only; {@code ArchitectureTest} checks it.
 */
package io.paceline.drafting;
