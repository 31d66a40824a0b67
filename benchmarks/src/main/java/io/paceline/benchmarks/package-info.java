/** Speed of the kernel and of the search; every benchmark has a question, a baseline and a check. */
package io.paceline.benchmarks;
