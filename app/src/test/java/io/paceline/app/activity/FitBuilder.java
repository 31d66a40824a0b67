package io.paceline.app.activity;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes FIT files for tests, byte by byte; its checksum is computed bit by bit, unlike the reader's. */
final class FitBuilder {
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    FitBuilder bytes(int... values) {
        for (int value : values) {
            data.write(value);
        }
        return this;
    }

    /** A definition: fields as number, size, base type in turn. */
    FitBuilder define(int localType, boolean bigEndian, int message, int... fields) {
        bytes(0x40 | localType, 0, bigEndian ? 1 : 0);
        number(message, 2, bigEndian);
        bytes(fields.length / 3);
        return bytes(fields);
    }

    FitBuilder number(long value, int size, boolean bigEndian) {
        for (int i = 0; i < size; i++) {
            data.write((int) (value >>> 8 * (bigEndian ? size - 1 - i : i)) & 0xff);
        }
        return this;
    }

    /** Time and power as in the definition {@code 253 uint32, 7 uint16}. */
    FitBuilder timeAndPower(int localType, long time, int powerW) {
        return bytes(localType).number(time, 4, false).number(powerW, 2, false);
    }

    byte[] file() {
        return file(data.toByteArray(), data.size());
    }

    /** A file whose header says that its data have another length. */
    byte[] file(long dataBytes) {
        return file(data.toByteArray(), dataBytes);
    }

    /** A whole file around data, with a header of 14 bytes and right checksums. */
    static byte[] file(byte[] data, long dataBytes) {
        ByteBuffer file = ByteBuffer.allocate(14 + data.length + 2).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 14).put((byte) 0x20).putShort((short) 2132).putInt((int) dataBytes);
        file.put(".FIT".getBytes(StandardCharsets.US_ASCII));
        file.putShort((short) crc(file.array(), 12));
        file.put(data);
        file.putShort((short) crc(file.array(), 14 + data.length));
        return file.array();
    }

    static int crc(byte[] bytes, int length) {
        int crc = 0;
        for (int i = 0; i < length; i++) {
            crc ^= bytes[i] & 0xff;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 1 ? crc >>> 1 ^ 0xA001 : crc >>> 1;
            }
        }
        return crc;
    }
}
