package io.paceline.app.riders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RosterFileTest {
    private static final Map<String, String> ROW = Map.of(
            "id",
            "B",
            "mass_kg",
            "70.0",
            "cp_w",
            "333",
            "w_prime_j",
            "19000",
            "pmax_w",
            "999",
            "drag_area_m2",
            "0.280");

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("r.csv"), text);
    }

    @Test
    void replacesOneLineAndLeavesTheRestAsItIs() throws IOException {
        Path file = file("# our team\nw_prime_j,id,name,mass_kg,cp_w,drag_area_m2\n\n"
                + "20000,A,\"Rider, the first\",71,350,0.3\n"
                + "18000,B,\"Says \"\"hop\"\", often\",69,320,0.29\n# end\n");

        RosterFile.checked(file).write(ROW);

        // a column that the file does not have, pmax_w, is left out
        assertThat(file)
                .hasContent("# our team\nw_prime_j,id,name,mass_kg,cp_w,drag_area_m2\n\n"
                        + "20000,A,\"Rider, the first\",71,350,0.3\n"
                        + "19000,B,\"Says \"\"hop\"\", often\",70.0,333,0.280\n# end\n");
    }

    @Test
    void aRiderCalledLikeAColumnIsNotTheHeader() throws IOException {
        Path file = file("id,mass_kg,cp_w,w_prime_j,drag_area_m2\nA,70,300,20000,0.3");

        RosterFile.checked(file)
                .write(Map.of("id", "id", "mass_kg", "70", "cp_w", "300", "w_prime_j", "20000", "drag_area_m2", "0.3"));

        assertThat(file)
                .hasContent("id,mass_kg,cp_w,w_prime_j,drag_area_m2\nA,70,300,20000,0.3\nid,70,300,20000,0.3\n");
    }

    @Test
    void refusesAFileOfAnotherKind() throws IOException {
        Path other = file("seconds,watts\n1,200\n");
        assertThatThrownBy(() -> RosterFile.checked(other))
                .hasMessage(other + ":1: is not the header of a riders' file, so no rider can be added. It needs"
                        + " id,mass_kg,cp_w,w_prime_j,drag_area_m2.");

        Path comments = file("# nothing yet\n");
        assertThatThrownBy(() -> RosterFile.checked(comments))
                .hasMessage(comments + ": has no header, so no rider can be added. Delete it or name another.");
    }
}
