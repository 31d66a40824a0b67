package io.paceline.benchmarks.quality;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.LongSupplier;

/**
 * Processor time of the thread that asks: what a search used, whoever else was on the machine. The question costs a fraction of a
 * microsecond, so only one of {@value #ASKED_PER_READING} reads the clock; the others hear the last reading.
 */
final class CpuClock implements LongSupplier {
    private static final int ASKED_PER_READING = 8;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long lastNs = threads.getCurrentThreadCpuTime();
    private int asked;

    @Override
    public long getAsLong() {
        if (asked++ % ASKED_PER_READING == 0) {
            lastNs = threads.getCurrentThreadCpuTime();
        }
        return lastNs;
    }
}
