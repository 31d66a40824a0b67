/**
 * What one rider does from the start to the catch, for accounts and cards.
 *
 * <pre>
 *   ChaseKernel.traceChanges --&gt; RiderRide, a list of RiderStep --&gt; io.paceline.app.report.html, io.paceline.app.report.cards
 * </pre>
 *
 * <p>Knows the kernel only.
 */
@NullMarked
package io.paceline.app.report.ride;

import org.jspecify.annotations.NullMarked;
