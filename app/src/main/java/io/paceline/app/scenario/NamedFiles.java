package io.paceline.app.scenario;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The files that an answer to a scenario is made of. */
public final class NamedFiles {
    private NamedFiles() {}

    /**
     * A scenario and every file that it names, as far as they are there.
     *
     * @throws InputException if the scenario cannot be read
     */
    public static Set<Path> of(Path scenario) {
        Set<Path> files = new LinkedHashSet<>();
        files.add(scenario);
        add(files, scenario, Tree.read(scenario));
        return files;
    }

    private static void add(Set<Path> files, Path scenario, Node node) {
        if (node.items() != null) {
            node.items().forEach(item -> add(files, scenario, item));
        } else if (node.fields() != null) {
            for (Map.Entry<String, Node> field : node.fields().entrySet()) {
                add(files, scenario, field.getValue());
            }
        } else if (node.scalar() != null) {
            try {
                Path named = scenario.resolveSibling(node.scalar());
                if (Files.isRegularFile(named)) {
                    files.add(named);
                }
            } catch (InvalidPathException e) {
                // then it names no file
            }
        }
    }
}
