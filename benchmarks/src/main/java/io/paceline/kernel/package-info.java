/** What the benchmarks need to see of the kernel's inside: its tables, to hand them to the peer in C. */
package io.paceline.kernel;
