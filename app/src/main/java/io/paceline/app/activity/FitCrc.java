package io.paceline.app.activity;

/** The checksum of FIT files: CRC-16 with the reflected polynomial 0xA001, from 0. Over data and its own checksum it is 0. */
final class FitCrc {
    private static final int POLYNOMIAL = 0xA001;
    private static final int[] TABLE = table();

    private FitCrc() {}

    static int of(byte[] bytes, int from, int to) {
        int crc = 0;
        for (int i = from; i < to; i++) {
            crc = (crc >>> 8) ^ TABLE[(crc ^ bytes[i]) & 0xff];
        }
        return crc;
    }

    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int crc = i;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ POLYNOMIAL;
            }
            table[i] = crc;
        }
        return table;
    }
}
