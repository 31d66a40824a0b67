package io.paceline.app.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.paceline.app.activity.Activity.Sample;
import io.paceline.app.scenario.InputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitFileTest {
    private static final Path NAME = Path.of("ride.fit");
    private static final int[] TIME_AND_POWER = {253, 4, 0x86, 7, 2, 0x84};

    @TempDir
    private Path folder;

    /** A real recording of the test resources. */
    static Path real(String name) {
        return Path.of("src/test/resources/io/paceline/app/activity", name);
    }

    private static double sum(Activity ride, ToDoubleFunction<Sample> value) {
        return ride.samples().stream()
                .mapToDouble(value)
                .filter(x -> !Double.isNaN(x))
                .sum();
    }

    private static long count(Activity ride, ToDoubleFunction<Sample> value) {
        return ride.samples().stream()
                .mapToDouble(value)
                .filter(x -> !Double.isNaN(x))
                .count();
    }

    private static Sample last(Activity ride) {
        return ride.samples().get(ride.samples().size() - 1);
    }

    @Test
    void readsARideOnTheRoad() {
        Activity ride = ActivityReader.read(Path.of("../examples/riders-from-rides/ride.fit.gz"));

        // counts and sums from a second decoder, written apart; its publisher says 57.6 km and 219 W
        assertThat(ride.samples()).hasSize(8_357);
        assertThat(ride.warnings()).isEmpty();
        assertThat(last(ride).timeS()).isEqualTo(8_356);
        assertThat(sum(ride, Sample::powerW)).isEqualTo(1_830_773);
        assertThat(sum(ride, Sample::speedMPerS)).isCloseTo(56_398.051, within(1e-6));
        assertThat(last(ride).distanceM()).isEqualTo(57_567.24);
        assertThat(sum(ride, Sample::altitudeM)).isCloseTo(37_475_067 / 5.0 - 500 * 8_357, within(1e-6));
        assertThat(sum(ride, Sample::temperatureC)).isEqualTo(134_710);
        assertThat(sum(ride, Sample::latitudeDeg))
                .isCloseTo(5_028_424_058_781L * 180.0 / 2_147_483_648.0, within(1e-6));
    }

    @Test
    void readsWhatIsThereOfARideIndoors() {
        Activity ride = ActivityReader.read(real("fitparse_sample-activity-indoor-trainer.fit.gz"));

        assertThat(ride.samples()).hasSize(2_263);
        assertThat(count(ride, Sample::powerW)).isEqualTo(2_222);
        assertThat(sum(ride, Sample::powerW)).isEqualTo(447_565);
        assertThat(count(ride, Sample::speedMPerS)).isZero();
        assertThat(count(ride, Sample::latitudeDeg)).isZero();
        assertThat(ride.hasPower()).isTrue();
    }

    @Test
    void passesOverFieldsOfDevelopers() {
        Activity ride = ActivityReader.read(real("fitparse_developer-types-sample.fit.gz"));

        assertThat(ride.samples()).hasSize(3_424);
        assertThat(sum(ride, Sample::powerW)).isEqualTo(748_931);
        assertThat(last(ride).distanceM()).isEqualTo(6_753.99);
    }

    @Test
    void readsCompressedTimesSpeedsAndDistances() {
        Activity ride = ActivityReader.read(real("fitparse_compressed-speed-distance.fit"));

        // the first sample says nothing; 0x000162: 354 cm/s and 0 m; 0x0E4163: 355 cm/s and 228 / 16 m
        assertThat(ride.samples()).hasSize(754);
        assertThat(ride.samples().get(0).speedMPerS()).isEqualTo(3.54);
        assertThat(ride.samples().get(0).distanceM()).isZero();
        assertThat(ride.samples().get(1).speedMPerS()).isEqualTo(3.55);
        assertThat(ride.samples().get(1).distanceM()).isEqualTo(228 / 16.0);
        assertThat(ride.hasPower()).isFalse();
        // speed times time is distance: 12 bits of it come round 50 times without a loss
        assertThat(last(ride).distanceM()).isBetween(10_000.0, 20_000.0);
    }

    @Test
    void bothOrdersOfBytesGiveTheSame() {
        for (boolean bigEndian : new boolean[] {false, true}) {
            byte[] bytes = new FitBuilder()
                    .define(3, bigEndian, 20, 253, 4, 0x86, 7, 2, 0x84, 0, 4, 0x85, 13, 1, 0x01)
                    .bytes(3)
                    .number(1_000_000_000, 4, bigEndian)
                    .number(258, 2, bigEndian)
                    .number(-1 << 30, 4, bigEndian)
                    .bytes(0xfb)
                    .file();

            Activity ride = FitFile.read(NAME, bytes);

            assertThat(ride.samples()).hasSize(1);
            Sample sample = ride.samples().get(0);
            assertThat(sample.timeS()).isZero();
            assertThat(sample.powerW()).isEqualTo(258);
            assertThat(sample.latitudeDeg()).isEqualTo(-90);
            assertThat(sample.temperatureC()).isEqualTo(-5);
            assertThat(sample.speedMPerS()).isNaN();
        }
    }

    @Test
    void valuesThatSayNothingAreMissing() {
        byte[] bytes = new FitBuilder()
                .define(0, false, 20, 253, 4, 0x86, 7, 2, 0x84, 2, 2, 0x84, 13, 1, 0x01, 0, 4, 0x85, 5, 4, 0x86)
                .bytes(0)
                .number(10, 4, false)
                .bytes(200, 0, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff)
                .file();

        Sample sample = FitFile.read(NAME, bytes).samples().get(0);

        assertThat(sample.powerW()).isEqualTo(200);
        assertThat(new double[] {sample.altitudeM(), sample.temperatureC(), sample.latitudeDeg(), sample.distanceM()})
                .containsOnly(Double.NaN);
    }

    @Test
    void theFinerFieldWinsInAnyOrder() {
        byte[] bytes = new FitBuilder()
                .define(0, false, 20, 253, 4, 0x86, 73, 4, 0x86, 6, 2, 0x84, 2, 2, 0x84, 78, 4, 0x86)
                .bytes(0)
                .number(10, 4, false)
                .number(12_345, 4, false)
                .number(9_000, 2, false)
                .number(2_500, 2, false)
                .number(3_001, 4, false)
                .file();

        Sample sample = FitFile.read(NAME, bytes).samples().get(0);

        assertThat(sample.speedMPerS()).isEqualTo(12.345);
        // 3001 / 5 - 500
        assertThat(sample.altitudeM()).isCloseTo(100.2, within(1e-9));
    }

    @Test
    void compressedTimesRollOver() {
        FitBuilder file = new FitBuilder().define(0, false, 20, TIME_AND_POWER).timeAndPower(0, 1_000, 100);
        file.define(1, false, 20, 7, 2, 0x84);
        // 1000 = 31 * 32 + 8: offset 9 is 1001, offset 2 is 1026
        file.bytes(0x80 | 1 << 5 | 9).number(110, 2, false);
        file.bytes(0x80 | 1 << 5 | 2).number(120, 2, false);

        Activity ride = FitFile.read(NAME, file.file());

        assertThat(ride.samples()).extracting(Sample::timeS).containsExactly(0.0, 1.0, 26.0);
        assertThat(ride.samples()).extracting(Sample::powerW).containsExactly(100.0, 110.0, 120.0);
    }

    @Test
    void samplesThatGoBackInTimeAreLeftOutWithAWord() {
        byte[] bytes = new FitBuilder()
                .define(0, false, 20, TIME_AND_POWER)
                .timeAndPower(0, 100, 1)
                .timeAndPower(0, 100, 2)
                .timeAndPower(0, 99, 3)
                .timeAndPower(0, 101, 4)
                .file();

        Activity ride = FitFile.read(NAME, bytes);

        assertThat(ride.samples()).extracting(Sample::powerW).containsExactly(1.0, 4.0);
        assertThat(ride.warnings())
                .containsExactly("2 samples are not later than the ones before them and were left out.");
    }

    @Test
    void partsInARowAreOneRide() {
        byte[] one = new FitBuilder()
                .define(0, false, 20, TIME_AND_POWER)
                .timeAndPower(0, 100, 1)
                .file();
        byte[] two = new FitBuilder()
                .define(0, false, 20, TIME_AND_POWER)
                .timeAndPower(0, 200, 2)
                .file();
        byte[] both = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);

        assertThat(FitFile.read(NAME, both).samples()).extracting(Sample::timeS).containsExactly(0.0, 100.0);

        both[both.length - 5] ^= 4;
        Activity damaged = FitFile.read(NAME, both);
        assertThat(damaged.samples()).hasSize(1);
        assertThat(damaged.warnings())
                .containsExactly("A later part of the file, from byte " + one.length
                        + " on, is left out: its checksum does not fit what it holds.");
    }

    @Test
    void bytesBehindTheEndAreLeftOutWithAWord() {
        Activity ride = ActivityReader.read(real("fitparse_activity-settings-corruptheader.fit"));

        assertThat(ride.samples()).hasSize(14);
        assertThat(last(ride).distanceM()).isEqualTo(5.73);
        assertThat(ride.warnings())
                .containsExactly("A later part of the file, from byte 771 on, is left out: its header is not one of a"
                        + " FIT file.");
    }

    @Test
    void aFileThatEndsEarlyGivesWhatItHas() {
        Activity ride = ActivityReader.read(real("fitparse_activity-unexpected-eof.fit"));

        assertThat(ride.samples()).hasSize(14);
        assertThat(ride.warnings())
                .containsExactly("The file ends early, so there is no checksum and its last message is lost; what was"
                        + " there is read.");
    }

    @Test
    void aRecordingThatWasNeverClosedGivesWhatItHas() {
        FitBuilder file = new FitBuilder().define(0, false, 20, TIME_AND_POWER).timeAndPower(0, 100, 7);

        Activity ride = FitFile.read(NAME, Arrays.copyOf(file.file(0), file.file(0).length - 2));

        assertThat(ride.samples()).extracting(Sample::powerW).containsExactly(7.0);
        assertThat(ride.warnings())
                .containsExactly("The recording was never closed, so there is no checksum; what was there is read.");
    }

    private static void assertRefused(byte[] bytes, String message) {
        assertThatThrownBy(() -> FitFile.read(NAME, bytes))
                .isInstanceOf(InputException.class)
                .hasMessage("ride.fit: " + message);
    }

    @Test
    void refusesWhatIsDamaged() {
        FitBuilder good = new FitBuilder().define(0, false, 20, TIME_AND_POWER).timeAndPower(0, 100, 7);
        byte[] data = good.file();
        data[30] ^= 1;
        assertRefused(
                data,
                "is damaged: its checksum does not fit what it holds. Copy it from the computer again, or export it"
                        + " anew.");
        byte[] header = good.file();
        header[4] ^= 1;
        assertRefused(
                header,
                "is damaged: the checksum of its header does not fit. Copy it from the computer again, or export it"
                        + " anew.");
        assertRefused(
                new FitBuilder().timeAndPower(5, 1, 1).file(),
                "is damaged: its message at byte 14 has no definition. Copy it from the computer again, or export it"
                        + " anew.");
        assertRefused(
                new FitBuilder()
                        .define(0, false, 20, TIME_AND_POWER)
                        .bytes(0, 1)
                        .file(),
                "is damaged: its last message is not whole. Copy it from the computer again, or export it anew.");
        assertRefused(
                new FitBuilder().define(0, false, 0, 0, 1, 0).bytes(0, 4).file(),
                "holds no ride: nothing was recorded over time");
    }

    @Test
    void recordsWithoutATimeAreLeftOutWithAWord() {
        byte[] bytes = new FitBuilder()
                .define(0, false, 20, 7, 2, 0x84)
                .bytes(0, 200, 0)
                .define(1, false, 20, TIME_AND_POWER)
                .timeAndPower(1, 5, 9)
                .file();

        Activity ride = FitFile.read(NAME, bytes);

        assertThat(ride.samples()).hasSize(1);
        assertThat(ride.warnings()).containsExactly("Records without a time were left out: 1.");
    }

    @Test
    void aFileOfThisNameThatIsNoneIsRefused() throws Exception {
        Path file = Files.write(folder.resolve("x.fit"), "no ride at all".getBytes(StandardCharsets.US_ASCII));

        assertThatThrownBy(() -> ActivityReader.read(file))
                .hasMessage(file + ": is not a FIT file, or its header is damaged. Copy it from the computer again.");
    }

    @Test
    void theChecksumIsThatOfTheFormat() {
        // the check value of CRC-16/ARC in the catalogue of parametrised CRC algorithms
        byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);
        assertThat(FitCrc.of(digits, 0, digits.length)).isEqualTo(0xBB3D);
        assertThat(FitBuilder.crc(digits, digits.length)).isEqualTo(0xBB3D);
    }
}
