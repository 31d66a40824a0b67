/**
 * Who rides, and what he has left.
 *
 * <pre>
 *   Rider, Freshness --&gt; CP, W' of today --+
 *   RecoveryModel ------ rate of recovery -+--&gt; WBalance --&gt; joules left
 *   power, one sample a second ------------&gt; PowerMetrics --&gt; NP, xPower
 * </pre>
 *
 * <p>SI units; power at the pedals. W' and its recovery hold for efforts of about 1 to 60 minutes. May depend on {@code io.paceline.check}
 * only; {@code ArchitectureTest} checks it.
 */
package io.paceline.rider;
