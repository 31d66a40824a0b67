package io.paceline.app.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.paceline.app.activity.Activity.Sample;
import io.paceline.app.scenario.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Broken files give one clear error or the samples that are whole, never another exception and never a wrong number. */
class FitFuzzTest {
    private static final List<String> FILES =
            List.of("fitparse_activity-unexpected-eof.fit", "fitparse_compressed-speed-distance.fit");

    private static byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(FitFileTest.real(name));
    }

    private static Optional<Activity> read(byte[] bytes, String what) {
        try {
            return Optional.of(FitFile.read(Path.of("f.fit"), bytes));
        } catch (InputException e) {
            if (!e.getMessage().startsWith("f.fit: ") || e.getMessage().lines().count() != 1) {
                fail(what + ": not one clear line: " + e.getMessage());
            }
            return Optional.empty();
        } catch (RuntimeException e) {
            return fail(what + ": " + e, e);
        }
    }

    private static void assertBeginningOf(List<Sample> whole, Optional<Activity> ride, String what) {
        if (ride.isPresent()) {
            List<Sample> samples = ride.get().samples();
            // plain comparison first: a fluent one for every sample of every trial takes a minute
            if (samples.size() > whole.size() || !samples.equals(whole.subList(0, samples.size()))) {
                fail(what + ": other samples than the whole file has");
            }
        }
    }

    @Test
    void cutAtEveryByteTheBeginningIsReadWithAWarning() throws IOException {
        for (String name : FILES) {
            byte[] file = bytes(name);
            List<Sample> whole = read(file, name).orElseThrow().samples();
            int readable = 0;
            for (int length = 1; length < file.length; length++) {
                String what = name + " cut to " + length;
                Optional<Activity> ride = read(Arrays.copyOf(file, length), what);
                assertBeginningOf(whole, ride, what);
                if (ride.isPresent()) {
                    readable++;
                    if (!ride.get().warnings().get(0).startsWith("The file ends early")) {
                        fail(what + ": " + ride.get().warnings());
                    }
                }
            }
            assertThat(readable).as(name).isGreaterThan(file.length / 4);
        }
    }

    @Test
    void withSomeBitsFlippedNoNumberIsWrong() throws IOException {
        byte[] file = bytes("fitparse_compressed-speed-distance.fit");
        List<Sample> whole = read(file, "whole").orElseThrow().samples();
        for (int trial = 0; trial < 4_000; trial++) {
            SplittableRandom random = new SplittableRandom(trial);
            byte[] broken = file.clone();
            int flips = 1 + random.nextInt(3);
            for (int i = 0; i < flips; i++) {
                broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
            }
            String what = "trial " + trial;
            assertBeginningOf(whole, read(broken, what), what);
        }
    }

    @Test
    void evenWithARightChecksumNonsenseEndsInAnErrorOrInFewSamples() throws IOException {
        byte[] file = bytes("fitparse_compressed-speed-distance.fit");
        byte[] data = Arrays.copyOfRange(file, 12, file.length - 2);
        int read = 0;
        int refused = 0;
        for (int trial = 0; trial < 4_000; trial++) {
            SplittableRandom random = new SplittableRandom(trial);
            byte[] broken = data.clone();
            // the front holds the definitions: spoil it more often than the rest
            int range = random.nextBoolean() ? 400 : broken.length;
            int flips = 1 + random.nextInt(8);
            for (int i = 0; i < flips; i++) {
                broken[random.nextInt(range)] = (byte) random.nextInt(256);
            }
            Optional<Activity> ride = read(FitBuilder.file(broken, broken.length), "trial " + trial);
            // a sample takes a byte at least
            ride.ifPresent(r -> assertThat(r.samples()).hasSizeLessThan(data.length));
            read += ride.isPresent() ? 1 : 0;
            refused += ride.isPresent() ? 0 : 1;
        }
        assertThat(read).isGreaterThan(200);
        assertThat(refused).isGreaterThan(200);
    }

    @Test
    void purelyRandomBytesBehindAGoodHeaderAreSurvived() {
        for (int trial = 0; trial < 5_000; trial++) {
            SplittableRandom random = new SplittableRandom(trial);
            byte[] data = new byte[random.nextInt(600)];
            random.nextBytes(data);
            read(FitBuilder.file(data, data.length), "trial " + trial);
        }
    }

    @Test
    void moreSamplesThanARideHasAreRefused() {
        FitBuilder file = new FitBuilder().define(0, false, 20, 7, 1, 0x02);
        for (int i = 0; i <= Samples.MOST; i++) {
            file.bytes(0x80 | i & 0x1f, 7);
        }
        Optional<Activity> ride = read(file.file(), "too many");

        assertThat(ride).isEmpty();
    }
}
