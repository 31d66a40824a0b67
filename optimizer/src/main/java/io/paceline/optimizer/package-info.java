/**
 * The search for the best plan of a chase, in packages by feature: rotation, exact, launch, decision; what it hangs on: sensitivity; and
 * riders from rides: calibration.
 */
package io.paceline.optimizer;
