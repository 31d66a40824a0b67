/** What several tests need to read their published numbers. */
package io.paceline.testing;
