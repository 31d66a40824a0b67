package io.paceline.app.activity;

/**
 * One field of a message as its definition describes it.
 *
 * @param number which field it is; the profile gives each message its own numbers
 * @param size bytes
 * @param baseType how they are to be read
 */
record FitField(int number, int size, int baseType) {
    /** Of a field that says that nothing was measured. */
    static final long MISSING = Long.MIN_VALUE;

    /** The whole number of this field; {@link #MISSING} if it says so, is an array, or is no whole number of up to 4 bytes. */
    long value(byte[] bytes, int at, boolean bigEndian) {
        return switch (baseType) {
            case 0x00, 0x02, 0x0D -> unsigned(bytes, at, 1, bigEndian, 0xffL);
            case 0x0A -> unsigned(bytes, at, 1, bigEndian, 0);
            case 0x84 -> unsigned(bytes, at, 2, bigEndian, 0xffffL);
            case 0x8B -> unsigned(bytes, at, 2, bigEndian, 0);
            case 0x86 -> unsigned(bytes, at, 4, bigEndian, 0xffff_ffffL);
            case 0x8C -> unsigned(bytes, at, 4, bigEndian, 0);
            case 0x01 -> signed(bytes, at, 1, bigEndian);
            case 0x83 -> signed(bytes, at, 2, bigEndian);
            case 0x85 -> signed(bytes, at, 4, bigEndian);
            default -> MISSING;
        };
    }

    private long unsigned(byte[] bytes, int at, int width, boolean bigEndian, long missing) {
        if (size != width) {
            return MISSING;
        }
        long value = FitBytes.unsigned(bytes, at, width, bigEndian);
        return value == missing ? MISSING : value;
    }

    private long signed(byte[] bytes, int at, int width, boolean bigEndian) {
        if (size != width) {
            return MISSING;
        }
        int unused = 64 - 8 * width;
        long value = FitBytes.unsigned(bytes, at, width, bigEndian) << unused >> unused;
        return value == (1L << (8 * width - 1)) - 1 ? MISSING : value;
    }
}
