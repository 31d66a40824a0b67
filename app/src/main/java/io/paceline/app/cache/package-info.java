/**
 * Plans that were found before, in files of the user's cache folder, by the content of what they were found for.
 *
 * <p>Only plans are kept. What they cost is computed anew by whoever recalls them, so an old file can make an answer less good but never
 * wrong. {@code PACELINE_CACHE} names another folder, or is {@code off}.
 */
@NullMarked
package io.paceline.app.cache;

import org.jspecify.annotations.NullMarked;
