package io.paceline.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.paceline.app.Inputs;
import io.paceline.road.Course;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GpxCourseTest {
    private static final String HEAD = "<?xml version=\"1.0\"?>\n<gpx version=\"1.1\" creator=\"t\" "
            + "xmlns=\"http://www.topografix.com/GPX/1/1\"><trk><trkseg>\n";
    private static final String POINT = "<trkpt lat=\"46\" lon=\"5\"><ele>200</ele></trkpt>\n";
    private static final String TAIL = "</trkseg></trk></gpx>\n";
    private static final String BROKEN = "is not well-formed XML, or the file is cut off. Export the course again.";
    private static final String DOCTYPE =
            "has a document type or an entity of its own, which a course never needs. Remove it.";

    @TempDir
    private Path folder;

    static Stream<Arguments> badTracks() {
        String second = "<trkpt lat=\"46.01\" lon=\"5\"><ele>200</ele></trkpt>\n";
        return Stream.of(
                Arguments.of("", ": is empty."),
                Arguments.of("garbage", ":1: " + BROKEN),
                Arguments.of(HEAD + POINT + second, ":5: " + BROKEN),
                Arguments.of("<html><body/></html>", ":1: is not a GPX file: its first element is html."),
                Arguments.of(
                        HEAD + POINT + TAIL,
                        ": has 1 track points (trkpt). A course needs at least 2. Maybe it holds a route or waypoints: "
                                + "export it as a track."),
                Arguments.of(
                        HEAD + TAIL,
                        ": has 0 track points (trkpt). A course needs at least 2. Maybe it holds a route or waypoints: "
                                + "export it as a track."),
                Arguments.of(
                        HEAD + POINT + "<trkpt lat=\"46.01\" lon=\"5\"/>\n" + TAIL,
                        ":4: track point 2 has no elevation (ele). Export the course with elevations."),
                Arguments.of(
                        HEAD + POINT + "<trkpt lat=\"NaN\" lon=\"5\"><ele>1</ele></trkpt>" + TAIL,
                        ":4: track point 2: lat = NaN is not a number. Write a number in [-85, 85] degrees, without the unit."),
                Arguments.of(
                        HEAD + POINT + "<trkpt lat=\"146\" lon=\"5\"><ele>1</ele></trkpt>" + TAIL,
                        ":4: track point 2: lat = 146 degrees is outside [-85, 85] degrees. Maybe latitude and longitude "
                                + "are swapped."),
                Arguments.of(
                        HEAD + POINT + "<trkpt lat=\"46\"><ele>1</ele></trkpt>" + TAIL,
                        ":4: track point 2: lon is missing. Give a number in [-180, 180] degrees."),
                Arguments.of(
                        HEAD + POINT + "<trkpt lat=\"46.01\" lon=\"5\"><ele>NaN</ele></trkpt>" + TAIL,
                        ":4: track point 2: ele = NaN is not a number. Write a number in [-500, 9000] m, without the unit."),
                Arguments.of(
                        HEAD + POINT + "<trkpt lat=\"46.01\" lon=\"5\"><ele>29000</ele></trkpt>" + TAIL,
                        ":4: track point 2: ele = 29000 m is outside [-500, 9000] m. Maybe it is in feet: multiply by "
                                + "0.3048."),
                Arguments.of(
                        HEAD + POINT + "<trkpt lat=\"47\" lon=\"5\"><ele>200</ele></trkpt>" + TAIL,
                        ": course c.gpx: from point 1 to point 2, at km 0.0, the track jumps 111161 m; allowed are 2000 m. "
                                + "Maybe part of the road is missing, or two tracks follow each other."),
                Arguments.of(
                        HEAD + POINT + POINT + POINT + TAIL,
                        ": course c.gpx: all 3 track points are at one place. Export the course again, as a track of the whole road."),
                Arguments.of(
                        Inputs.gpx(20, 0).replaceFirst("(?s)(.*lat=\"46.08[0-9]*\" lon=\")5.2", "$15.22"),
                        ": course c.gpx: point 101, at km 9.9, is 1550 m beside the road: the track goes there and comes back."
                                + " One of its coordinates is wrong: correct it, or remove the point. If the road does that, add"
                                + " points on the way."),
                Arguments.of(
                        "<?xml version=\"1.0\"?>\n<!DOCTYPE gpx [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<gpx>&x;</gpx>",
                        ":2: " + DOCTYPE),
                Arguments.of(
                        "<!DOCTYPE gpx [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;\">]>\n"
                                + "<gpx>&c;</gpx>",
                        ":1: " + DOCTYPE));
    }

    @ParameterizedTest
    @MethodSource("badTracks")
    void saysWhatIsWrong(String gpx, String message) throws IOException {
        Path file = Files.write(folder.resolve("c.gpx"), Inputs.utf8(gpx));

        assertThatThrownBy(() -> GpxCourse.read(file))
                .isInstanceOf(InputException.class)
                .hasMessage(file + message);
    }

    @Test
    void saysThatAFileIsNoTextAndPrintsNothingItself() throws IOException {
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            for (String head : List.of("", "<?xml version='1.0' encoding=\"UTF-8\"?>\n<gpx>")) {
                byte[] bytes = (head + "\u00c3\u0028\u00ff").getBytes(StandardCharsets.ISO_8859_1);
                Path file = Files.write(folder.resolve("c.gpx"), bytes);
                assertThatThrownBy(() -> GpxCourse.read(file))
                        .isInstanceOf(InputException.class)
                        .hasMessage(
                                file + ": holds bytes that are no text in UTF-8. Maybe it is another file: export the"
                                        + " course as GPX.");
            }
        } finally {
            System.setErr(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void readsAFileThatNamesAnotherEncoding() throws IOException {
        String gpx = Inputs.gpx(5, 0.01)
                .replace("encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\"")
                .replace("<trk>", "<trk><name>Alpe d'Huez, côte</name>");
        Path file = Files.write(folder.resolve("c.gpx"), gpx.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(GpxCourse.read(file).lengthM())
                .isEqualTo(GpxCourse.read(Files.write(folder.resolve("u.gpx"), Inputs.utf8(Inputs.gpx(5, 0.01))))
                        .lengthM());
    }

    @Test
    void saysThatAFileIsMissingOrAFolder() {
        assertThatThrownBy(() -> GpxCourse.read(folder)).hasMessage(folder + ": is a folder. Name a file in it.");
        assertThatThrownBy(() -> GpxCourse.read(Path.of("no.gpx")))
                .hasMessage("no.gpx: does not exist. Check the path and the folder that you are in.");
    }

    @Test
    void readsPackedFilesWhateverTheirNames() throws IOException {
        byte[] plain = Inputs.utf8(Inputs.gpx(5, 0.01));
        Course unpacked = GpxCourse.read(Files.write(folder.resolve("a.gpx"), plain));
        Course packed = GpxCourse.read(Files.write(folder.resolve("b.gpx"), gzip(plain)));

        assertThat(packed.lengthM()).isEqualTo(unpacked.lengthM());
        // 50 steps of 100 m; the test's metres per degree are good to 0.1 %
        assertThat(packed.lengthM()).isCloseTo(5_000, within(5.0));
    }

    @Test
    void refusesABrokenArchive() throws IOException {
        byte[] packed = gzip(Inputs.utf8(Inputs.gpx(5, 0.01)));
        Path file = Files.write(folder.resolve("c.gpx.gz"), Arrays.copyOf(packed, packed.length / 2));

        assertThatThrownBy(() -> GpxCourse.read(file))
                .isInstanceOf(InputException.class)
                .hasMessage(file + ": is a broken gzip archive (Unexpected end of ZLIB input stream). Copy it again.");
    }

    @Test
    void refusesAnArchiveThatUnpacksToTooMuch() throws IOException {
        Path file = Files.write(folder.resolve("bomb.gpx.gz"), gzip(new byte[InputFile.MAX_BYTES + 1]));

        assertThatThrownBy(() -> GpxCourse.read(file))
                .hasMessage(file + ": is larger than 64 MB unpacked. Maybe it is another file.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tdf2015_stage01.gpx", "tdf2015_stage09.gpx"})
    void readsOtherCourses(String name) throws IOException {
        Path file = folder.resolve(name);
        try (java.io.InputStream in = GpxCourseTest.class.getResourceAsStream("/io/paceline/app/" + name)) {
            Files.copy(java.util.Objects.requireNonNull(in), file);
        }
        Course course = GpxCourse.read(file);

        // official: 13.8 and 28 km; the rides began and ended near the lines, within a tenth
        double officialM = name.contains("stage01") ? 13_800 : 28_000;
        assertThat(course.lengthM()).isCloseTo(officialM, within(0.1 * officialM));
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }
}
