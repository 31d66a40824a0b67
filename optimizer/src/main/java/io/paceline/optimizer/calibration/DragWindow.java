package io.paceline.optimizer.calibration;

/**
 * The energy balance of a minute: {@code restJ = CdA·airJPerM2 + Crr·weightJ}.
 *
 * @param startS when it begins, s
 * @param restJ work at the wheel less what hills, speed, bearings and the turning wheels take, J
 * @param airJPerM2 {@code ½ρ∫v³dt}: what a drag area of 1 m² would take, J/m²
 * @param weightJ {@code m·g·∫cosθ·v dt}: what rolling with Crr = 1 would take, J
 */
record DragWindow(double startS, double restJ, double airJPerM2, double weightJ) {}
