package io.paceline.app.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.paceline.app.activity.Activity.RiddenEffort;
import io.paceline.app.activity.Activity.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivityCsvTest {
    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("r.csv"), text);
    }

    @Test
    void readsSecondsAndWatts() throws IOException {
        Activity ride = ActivityReader.read(file("# a ride\nseconds,watts\n5,200\n6,\n7,0\n"));

        assertThat(ride.samples()).extracting(Sample::timeS).containsExactly(0.0, 1.0, 2.0);
        assertThat(ride.samples()).extracting(Sample::powerW).containsExactly(200.0, Double.NaN, 0.0);
        assertThat(ride.efforts()).isEmpty();
    }

    @Test
    void readsTheColumnsOfOtherProgramsAndLeavesOutWhatItDoesNotKnow() throws IOException {
        Activity ride =
                ActivityReader.read(file("secs,cad,kph,km,watts,alt,lon,lat\n0,90,36,0.5,250,812.5,5.1,46.2\n"));

        Sample sample = ride.samples().get(0);
        assertThat(sample.speedMPerS()).isCloseTo(10, within(1e-12));
        assertThat(sample.distanceM()).isEqualTo(500);
        assertThat(sample.altitudeM()).isEqualTo(812.5);
        assertThat(sample.latitudeDeg()).isEqualTo(46.2);
        assertThat(sample.longitudeDeg()).isEqualTo(5.1);
        assertThat(sample.temperatureC()).isNaN();
    }

    @Test
    void readsEfforts() throws IOException {
        Activity efforts = ActivityReader.read(file("duration_s,mean_w\n180,511.1\n1200,416.7\n"));

        assertThat(efforts.efforts()).containsExactly(new RiddenEffort(180, 511.1), new RiddenEffort(1_200, 416.7));
        assertThat(efforts.samples()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "seconds,watts;0,abc|:2: watts = abc is not a number. Write a number in [0, 65535] W, without the unit.",
                "seconds,watts;0,-3|:2: watts = -3 W is outside [0, 65535] W. Leave it empty where the meter was silent.",
                "seconds,watts;,3|:2: seconds is empty. Every row needs one.",
                "seconds,watts;1,2,3|:2: has 3 values for 2 columns. Leave a value empty between two commas; write decimals with a point.",
                "seconds,watts,power_w;1,2,3|:1: column watts is there twice. Keep one.",
                "seconds,watts|: has no row. The first line names the columns, with commas between: seconds,watts for a ride, duration_s,mean_w for efforts.",
                "1,200;2,210|:1: is neither a ride nor a list of efforts. The first line names the columns, with commas between: seconds,watts for a ride, duration_s,mean_w for efforts.",
                "duration_s,mean_w;0.5,200|:2: duration_s = 0.5 s is outside [1, 86400] s. Maybe it is in minutes: multiply by 60.",
            })
    void saysWhereAndWhatIsWrong(String text, String message) throws IOException {
        Path file = file(text.replace(";", "\n") + "\n");

        assertThatThrownBy(() -> ActivityReader.read(file)).hasMessage(file + message);
    }
}
