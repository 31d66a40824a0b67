package io.paceline.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The installed Chromium; tests are skipped where there is none. */
final class Chromium implements AutoCloseable {
    private static final String SKIPPED =
            "browser tests skipped: no Chromium found. Install the package chromium, or set"
                    + " CHROMIUM to the program.";

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path program) {
        playwright = Playwright.create();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of("--no-sandbox", "--font-render-hinting=none")));
    }

    /** Starts it, or skips the test with a clear line. */
    static Chromium start() {
        Optional<Path> program = find();
        if (program.isEmpty()) {
            System.out.println(SKIPPED);
        }
        Assumptions.assumeTrue(program.isPresent(), SKIPPED);
        return new Chromium(program.orElseThrow());
    }

    private static Optional<Path> find() {
        List<String> places = new ArrayList<>();
        if (System.getenv("CHROMIUM") != null) {
            places.add(System.getenv("CHROMIUM"));
        }
        for (String folder : String.valueOf(System.getenv("PATH")).split(":")) {
            for (String name : List.of("chromium", "chromium-browser", "google-chrome")) {
                places.add(folder + "/" + name);
            }
        }
        return places.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
