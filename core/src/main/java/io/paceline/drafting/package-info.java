/**
 * Who rides in whose wake, and what that leaves of his drag.
 *
 * <pre>
 *   riders, place, wheel gap --&gt; DragTable --&gt; drag fraction --+
 *   CdA of the rider ahead ----------------------------------&gt; Shelter --&gt; drag fraction behind him
 * </pre>
 *
 * <p>Holds for one straight line, equal gaps, no crosswind; what air from the side takes of it, {@code io.paceline.power.Crosswind} says.
 * Not for riders side by side. May depend on {@code io.paceline.check} only; {@code ArchitectureTest} checks it.
 */
package io.paceline.drafting;
