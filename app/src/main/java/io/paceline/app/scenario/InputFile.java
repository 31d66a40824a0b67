package io.paceline.app.scenario;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Reads a file whole, gzipped or not, up to a limit. */
public final class InputFile {
    /** Far above any course or roster, far below what hurts a laptop. */
    static final int MAX_BYTES = 64 << 20;

    private InputFile() {}

    /**
     * The bytes of a file, unpacked if they are gzipped, whatever the file is called.
     *
     * @throws InputException if it is missing, a folder, unreadable, empty, too large, or a broken archive
     */
    public static byte[] bytes(Path file) {
        if (Files.isDirectory(file)) {
            throw new InputException(file, 0, "is a folder. Name a file in it.");
        }
        if (!Files.exists(file)) {
            throw new InputException(file, 0, "does not exist. Check the path and the folder that you are in.");
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = upToLimit(file, in);
        } catch (IOException e) {
            throw new InputException(file, 0, "cannot be read (" + e.getMessage() + "). Check its permissions.");
        }
        if (bytes.length == 0) {
            throw new InputException(file, 0, "is empty.");
        }
        return isGzip(bytes) ? unpacked(file, bytes) : bytes;
    }

    /**
     * A text file, without its byte order mark.
     *
     * @throws InputException as {@link #bytes}, or if it is not UTF-8
     */
    public static String text(Path file) {
        byte[] bytes = bytes(file);
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InputException(file, 0, "is not a UTF-8 text. Save it as UTF-8, such as CSV UTF-8.");
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static boolean isGzip(byte[] bytes) {
        return bytes.length > 1 && bytes[0] == (byte) 0x1f && bytes[1] == (byte) 0x8b;
    }

    private static byte[] unpacked(Path file, byte[] packed) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return upToLimit(file, in);
        } catch (IOException e) {
            throw new InputException(file, 0, "is a broken gzip archive (" + e.getMessage() + "). Copy it again.");
        }
    }

    private static byte[] upToLimit(Path file, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new InputException(
                    file, 0, "is larger than " + (MAX_BYTES >> 20) + " MB unpacked. Maybe it is another file.");
        }
        return bytes;
    }
}
