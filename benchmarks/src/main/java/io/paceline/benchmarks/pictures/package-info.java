/** Draws the pictures of {@code docs/model.md} from the model itself. */
package io.paceline.benchmarks.pictures;
