package io.paceline.app.activity;

import io.paceline.app.activity.Activity.Sample;
import java.io.EOFException;
import org.jspecify.annotations.Nullable;

/** Walks through the messages of one part of a FIT file and keeps its samples. */
final class FitMessages {
    private static final int TIMESTAMP = 253;
    private static final int LOCAL_TYPES = 16;

    private final byte[] bytes;
    private final FitBytes in;
    private final Samples samples;
    private final @Nullable FitDefinition[] definitions = new FitDefinition[LOCAL_TYPES];
    private final FitRecord record = new FitRecord();
    private long timestamp;
    private int withoutTime;

    FitMessages(byte[] bytes, int from, int end, Samples samples) {
        this.bytes = bytes;
        this.in = new FitBytes(bytes, from, end);
        this.samples = samples;
    }

    /** Moments without a time, which were left out. */
    int withoutTime() {
        return withoutTime;
    }

    /** Where the next message begins. */
    int at() {
        return in.at();
    }

    /**
     * Reads all messages.
     *
     * @throws EOFException if the last one is not whole; those before it are read
     * @throws FitFault if the bytes make no sense
     */
    void read() throws EOFException, FitFault {
        while (in.hasMore()) {
            int start = in.at();
            int header = in.next();
            if ((header & 0x80) != 0) {
                int offset = header & 0x1f;
                long time = (timestamp & ~0x1fL) + offset + (offset < (timestamp & 0x1f) ? 0x20 : 0);
                data((header >> 5) & 0x3, start, time);
            } else if ((header & 0x40) != 0) {
                definitions[header & 0xf] = FitDefinition.read(bytes, in, (header & 0x20) != 0);
            } else {
                data(header & 0xf, start, -1);
            }
        }
    }

    /** Reads a data message. The time is that of its header, or -1. */
    private void data(int localType, int start, long time) throws EOFException, FitFault {
        FitDefinition definition = definitions[localType];
        if (definition == null) {
            throw new FitFault("its message at byte " + start + " has no definition");
        }
        boolean isRecord = definition.message() == FitDefinition.RECORD;
        boolean timed = time >= 0;
        long newest = timed ? time : timestamp;
        if (isRecord) {
            record.clear();
        }
        for (FitField field : definition.fields()) {
            int at = in.skip(field.size());
            if (field.number() == TIMESTAMP) {
                long value = field.value(bytes, at, definition.bigEndian());
                newest = value == FitField.MISSING ? newest : value;
                timed |= value != FitField.MISSING;
            } else if (isRecord) {
                record.take(field, bytes, at, definition.bigEndian());
            }
        }
        in.skip(definition.developerBytes());
        // a message counts only when it is whole
        timestamp = newest;
        if (isRecord) {
            record.commit();
            keep(timed);
        }
    }

    private void keep(boolean timed) throws FitFault {
        if (!record.saysAnything()) {
            return;
        }
        if (!timed) {
            withoutTime++;
            return;
        }
        Sample sample = record.sample(timestamp);
        if (!samples.add(sample)) {
            throw new FitFault("it has more than " + Samples.MOST + " samples");
        }
    }
}
