package io.paceline.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/** Looks for what shuts people out, with axe-core. */
final class Axe {
    private Axe() {}

    /** Serious and critical faults of a page: rule, help and the first places. */
    @SuppressWarnings("unchecked")
    static List<String> faults(Page page) {
        // the last value is sent back: not the whole of axe
        page.evaluate(script() + "\n;0");
        return (List<String>) page.evaluate("""
                async () => {
                  const result = await axe.run(document);
                  return result.violations
                    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
                    .map((v) => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map((n) => n.html).join(' | ')}`);
                }""");
    }

    private static String script() {
        try (InputStream versions = Axe.class.getResourceAsStream("browser.properties")) {
            Properties properties = new Properties();
            properties.load(versions);
            String file =
                    "/META-INF/resources/webjars/axe-core/" + properties.getProperty("axe.version") + "/axe.min.js";
            try (InputStream in = Axe.class.getResourceAsStream(file)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
