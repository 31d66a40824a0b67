package io.paceline.app.activity;

import io.paceline.app.activity.Activity.Sample;

/** The record message: what was measured at one moment. Numbers, scales and offsets of fields as in the public FIT profile. */
final class FitRecord {
    private static final int LATITUDE = 0;
    private static final int LONGITUDE = 1;
    private static final int ALTITUDE = 2;
    private static final int DISTANCE = 5;
    private static final int SPEED = 6;
    private static final int POWER = 7;
    private static final int COMPRESSED_SPEED_DISTANCE = 8;
    private static final int TEMPERATURE = 13;
    private static final int ENHANCED_SPEED = 73;
    private static final int ENHANCED_ALTITUDE = 78;

    private static final double DEG_PER_SEMICIRCLE = 180.0 / (1L << 31);
    private static final double MM_PER_M = 1_000;
    private static final double CM_PER_M = 100;
    private static final double ALTITUDE_STEPS_PER_M = 5;
    private static final double ALTITUDE_OFFSET_M = 500;
    /** Of the compressed field: 12 bits of distance in sixteenths of a metre, then again from 0. */
    private static final double COMPRESSED_STEPS_PER_M = 16;

    private static final int COMPRESSED_DISTANCE_RANGE = 1 << 12;

    private double latitudeDeg;
    private double longitudeDeg;
    private double altitudeM;
    private double distanceM;
    private double speedMPerS;
    private double powerW;
    private double temperatureC;
    private int compressedDistance;
    private boolean enhancedSpeed;
    private boolean enhancedAltitude;

    /** Over the whole file, steps; the last compressed distance, or -1. */
    private long compressedTotal;

    private int compressedBefore = -1;

    /** Forgets the last message. */
    void clear() {
        latitudeDeg = Double.NaN;
        longitudeDeg = Double.NaN;
        altitudeM = Double.NaN;
        distanceM = Double.NaN;
        speedMPerS = Double.NaN;
        powerW = Double.NaN;
        temperatureC = Double.NaN;
        compressedDistance = -1;
        enhancedSpeed = false;
        enhancedAltitude = false;
    }

    /** Takes a field of the message if it matters here. */
    void take(FitField field, byte[] bytes, int at, boolean bigEndian) {
        if (field.number() == COMPRESSED_SPEED_DISTANCE) {
            takeCompressed(field, bytes, at);
            return;
        }
        long value = field.value(bytes, at, bigEndian);
        if (value == FitField.MISSING) {
            return;
        }
        switch (field.number()) {
            case LATITUDE -> latitudeDeg = value * DEG_PER_SEMICIRCLE;
            case LONGITUDE -> longitudeDeg = value * DEG_PER_SEMICIRCLE;
            case ALTITUDE -> altitudeM = enhancedAltitude ? altitudeM : metres(value);
            case ENHANCED_ALTITUDE -> {
                altitudeM = metres(value);
                enhancedAltitude = true;
            }
            case DISTANCE -> distanceM = value / CM_PER_M;
            case SPEED -> speedMPerS = enhancedSpeed ? speedMPerS : value / MM_PER_M;
            case ENHANCED_SPEED -> {
                speedMPerS = value / MM_PER_M;
                enhancedSpeed = true;
            }
            case POWER -> powerW = value;
            case TEMPERATURE -> temperatureC = value;
            default -> {
                // heart rate, cadence and the rest are not needed
            }
        }
    }

    private static double metres(long value) {
        return value / ALTITUDE_STEPS_PER_M - ALTITUDE_OFFSET_M;
    }

    /** Three bytes: 12 bits of speed in cm/s, then 12 bits of distance. */
    private void takeCompressed(FitField field, byte[] bytes, int at) {
        if (field.size() != 3) {
            return;
        }
        int low = bytes[at] & 0xff;
        int middle = bytes[at + 1] & 0xff;
        int high = bytes[at + 2] & 0xff;
        if (low == 0xff && middle == 0xff && high == 0xff) {
            return;
        }
        speedMPerS = (low | (middle & 0xf) << 8) / CM_PER_M;
        compressedDistance = middle >> 4 | high << 4;
    }

    /** The message is whole: its compressed distance counts. */
    void commit() {
        if (compressedDistance < 0) {
            return;
        }
        if (compressedBefore >= 0) {
            compressedTotal += Math.floorMod(compressedDistance - compressedBefore, COMPRESSED_DISTANCE_RANGE);
        } else {
            compressedTotal = compressedDistance;
        }
        compressedBefore = compressedDistance;
        distanceM = compressedTotal / COMPRESSED_STEPS_PER_M;
    }

    /** Whether anything was measured. */
    boolean saysAnything() {
        return isNumber(powerW)
                || isNumber(speedMPerS)
                || isNumber(distanceM)
                || isNumber(altitudeM)
                || isNumber(latitudeDeg)
                || isNumber(temperatureC);
    }

    private static boolean isNumber(double value) {
        return !Double.isNaN(value);
    }

    Sample sample(long timestamp) {
        return new Sample(timestamp, powerW, speedMPerS, distanceM, altitudeM, temperatureC, latitudeDeg, longitudeDeg);
    }
}
