/** The search for the best plan of a chase, in packages by feature: rotation, exact, launch, decision. */
package io.paceline.optimizer;
