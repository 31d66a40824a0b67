package io.paceline.app.activity;

import java.io.EOFException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the data messages of one local type look like, until it is defined anew.
 *
 * @param message the kind of message in the profile
 * @param bigEndian the order of bytes
 * @param fields in their order
 * @param developerBytes what follows them: fields that a developer made up
 */
record FitDefinition(int message, boolean bigEndian, List<FitField> fields, int developerBytes) {
    /** One moment of a ride. */
    static final int RECORD = 20;

    /** Reads a definition, behind its header byte. */
    static FitDefinition read(byte[] bytes, FitBytes in, boolean hasDeveloperFields) throws EOFException {
        in.skip(1);
        boolean bigEndian = in.next() != 0;
        int message = (int) FitBytes.unsigned(bytes, in.skip(2), 2, bigEndian);
        int count = in.next();
        List<FitField> fields = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            fields.add(new FitField(in.next(), in.next(), in.next()));
        }
        int developerBytes = 0;
        int developerFields = hasDeveloperFields ? in.next() : 0;
        for (int i = 0; i < developerFields; i++) {
            in.skip(1);
            developerBytes += in.next();
            in.skip(1);
        }
        return new FitDefinition(message, bigEndian, fields, developerBytes);
    }
}
