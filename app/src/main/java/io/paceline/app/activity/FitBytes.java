package io.paceline.app.activity;

import java.io.EOFException;

/** A part of a file, read from front to back; never past its end. */
final class FitBytes {
    private final byte[] bytes;
    private final int end;
    private int at;

    FitBytes(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = Math.min(end, bytes.length);
    }

    int at() {
        return at;
    }

    boolean hasMore() {
        return at < end;
    }

    /** The next byte, 0 to 255. */
    int next() throws EOFException {
        need(1);
        return bytes[at++] & 0xff;
    }

    /** Passes over bytes; returns where they began. */
    int skip(int count) throws EOFException {
        need(count);
        at += count;
        return at - count;
    }

    /** An unsigned number of 1 to 4 bytes. */
    static long unsigned(byte[] bytes, int at, int size, boolean bigEndian) {
        long value = 0;
        for (int i = 0; i < size; i++) {
            int shift = 8 * (bigEndian ? size - 1 - i : i);
            value |= (bytes[at + i] & 0xffL) << shift;
        }
        return value;
    }

    private void need(int count) throws EOFException {
        if (count > end - at) {
            throw new EOFException();
        }
    }
}
