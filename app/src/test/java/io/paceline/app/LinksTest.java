package io.paceline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Links of our pages lead to files and headings that are there, and so do the pages that sources name. */
class LinksTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** Built, downloaded or not ours. */
    private static final Set<String> LEFT_OUT = Set.of("target", ".git", "node_modules");

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern NAMED_PAGE = Pattern.compile("docs/(?:[\\w-]+/)*[\\w-]+\\.(?:md|svg|png)");

    @Test
    void linksOfPagesLeadSomewhere() throws IOException {
        List<String> dead = new ArrayList<>();
        int links = 0;
        for (Path page : files(".md")) {
            Matcher link = LINK.matcher(prose(page));
            while (link.find()) {
                if (!link.group(1).matches("[a-z]+:.*")) {
                    links++;
                    fault(page, link.group(1)).ifPresent(dead::add);
                }
            }
        }
        assertThat(dead).isEmpty();
        assertThat(links).as("links looked at").isGreaterThan(50);
    }

    @Test
    void pagesThatSourcesNameAreThere() throws IOException {
        List<String> dead = new ArrayList<>();
        int named = 0;
        for (Path source : files(".java")) {
            Matcher page = NAMED_PAGE.matcher(Files.readString(source));
            while (page.find()) {
                named++;
                if (!Files.exists(ROOT.resolve(page.group()))) {
                    dead.add(ROOT.relativize(source) + ": " + page.group() + " is not there");
                }
            }
        }
        assertThat(dead).isEmpty();
        assertThat(named).as("pages named").isGreaterThan(20);
    }

    @Test
    void aHeadingHasTheAnchorThatItHasOnTheWeb() {
        assertThat(anchors(
                        "# W′ and its recovery\ntext\n## Many futures\n## `plan`: a *word*, or two\n## Many futures\n"))
                .containsExactlyInAnyOrder(
                        "w-and-its-recovery", "many-futures", "plan-a-word-or-two", "many-futures-1");
    }

    private static Optional<String> fault(Path page, String link) throws IOException {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        String where = ROOT.relativize(page) + ": " + link;
        if (!Files.exists(target)) {
            return Optional.of(where + " is not there");
        }
        return parts.length < 2 || anchors(Files.readString(target)).contains(parts[1])
                ? Optional.empty()
                : Optional.of(where + " has no such heading");
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> Stream.of(ROOT.relativize(file).toString().split("/", -1))
                            .noneMatch(LEFT_OUT::contains))
                    .sorted()
                    .toList();
        }
    }

    /** Without what stands in code. */
    private static String prose(Path page) throws IOException {
        return Files.readString(page).replaceAll("(?s)```.*?```", "").replaceAll("`[^`\n]*`", "");
    }

    private static Set<String> anchors(String page) {
        Set<String> anchors = new HashSet<>();
        Map<String, Integer> seen = new HashMap<>();
        for (String line : page.replaceAll("(?s)```.*?```", "").split("\n", -1)) {
            if (line.matches("#{1,6} .*")) {
                String anchor = line.replaceFirst("#+ ", "")
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-');
                int before = seen.merge(anchor, 1, Integer::sum) - 1;
                anchors.add(before == 0 ? anchor : anchor + "-" + before);
            }
        }
        return anchors;
    }
}
