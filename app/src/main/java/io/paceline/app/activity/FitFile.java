package io.paceline.app.activity;

import io.paceline.app.scenario.InputException;
import java.io.EOFException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A FIT file: one part or several in a row, each with a header, messages and a checksum. A part that is shorter than its header says is read
 * up to its end; a part whose checksum is wrong is not believed.
 */
final class FitFile {
    private static final int SHORTEST_HEADER = 12;
    private static final int HEADER_WITH_CRC = 14;
    private static final int CRC_BYTES = 2;
    private static final byte[] MAGIC = ".FIT".getBytes(StandardCharsets.US_ASCII);
    private static final String AGAIN = " Copy it from the computer again, or export it anew.";

    private final Path file;
    private final byte[] bytes;
    private final Samples samples = new Samples();
    private final List<String> warnings = new ArrayList<>();

    private FitFile(Path file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /** Whether a file says that it is one. */
    static boolean looksLikeOne(byte[] bytes) {
        return hasMagic(bytes, 0);
    }

    /**
     * Reads a ride.
     *
     * @throws InputException if the first part is damaged or there is no ride in the file
     */
    static Activity read(Path file, byte[] bytes) {
        FitFile fit = new FitFile(file, bytes);
        fit.parts();
        if (fit.samples.isEmpty()) {
            throw new InputException(
                    file,
                    0,
                    "holds no ride: nothing was recorded over time"
                            + (fit.warnings.isEmpty() ? "" : ". " + String.join(" ", fit.warnings)));
        }
        fit.warnings.addAll(fit.samples.warnings());
        return new Activity(file, fit.samples.all(), List.of(), fit.warnings);
    }

    private void parts() {
        int at = 0;
        while (at < bytes.length) {
            int before = samples.all().size();
            try {
                at = part(at);
            } catch (FitFault e) {
                if (at == 0) {
                    throw new InputException(file, 0, "is damaged: " + e.getMessage() + "." + AGAIN);
                }
                samples.cutTo(before);
                warnings.add("A later part of the file, from byte " + at + " on, is left out: " + e.getMessage() + ".");
                return;
            }
        }
    }

    /** Reads a part; returns where the next one begins. */
    private int part(int start) throws FitFault {
        int headerBytes = bytes[start] & 0xff;
        if (bytes.length - start < SHORTEST_HEADER || headerBytes < SHORTEST_HEADER || !hasMagic(bytes, start)) {
            throw new FitFault("its header is not one of a FIT file");
        }
        if (bytes.length - start < headerBytes) {
            throw new FitFault("it ends inside its header");
        }
        checkHeader(start, headerBytes);
        long dataBytes = FitBytes.unsigned(bytes, start + 4, 4, false);
        long end = start + headerBytes + dataBytes;
        boolean open = dataBytes == 0;
        boolean whole = !open && end + CRC_BYTES <= bytes.length;
        if (whole && FitCrc.of(bytes, start, (int) end + CRC_BYTES) != 0) {
            throw new FitFault("its checksum does not fit what it holds");
        }
        int readTo = open ? bytes.length : (int) Math.min(end, bytes.length);
        FitMessages messages = new FitMessages(bytes, start + headerBytes, readTo, samples);
        boolean cut = false;
        try {
            messages.read();
        } catch (EOFException e) {
            if (whole) {
                throw new FitFault("its last message is not whole");
            }
            cut = true;
        }
        if (messages.withoutTime() > 0) {
            warnings.add("Records without a time were left out: " + messages.withoutTime() + ".");
        }
        if (!whole) {
            warnings.add(unfinished(open, cut));
        }
        return whole ? (int) end + CRC_BYTES : bytes.length;
    }

    private static String unfinished(boolean open, boolean cut) {
        String how = open
                ? "The recording was never closed, so there is no checksum"
                : "The file ends early, so there is no checksum";
        return how + (cut ? " and its last message is lost" : "") + "; what was there is read.";
    }

    private void checkHeader(int start, int headerBytes) throws FitFault {
        if (headerBytes < HEADER_WITH_CRC) {
            return;
        }
        long written = FitBytes.unsigned(bytes, start + SHORTEST_HEADER, CRC_BYTES, false);
        // 0 means that the writer did not compute it
        if (written != 0 && written != FitCrc.of(bytes, start, start + SHORTEST_HEADER)) {
            throw new FitFault("the checksum of its header does not fit");
        }
    }

    private static boolean hasMagic(byte[] bytes, int start) {
        int at = start + 8;
        if (bytes.length - at < MAGIC.length) {
            return false;
        }
        for (int i = 0; i < MAGIC.length; i++) {
            if (bytes[at + i] != MAGIC[i]) {
                return false;
            }
        }
        return true;
    }
}
