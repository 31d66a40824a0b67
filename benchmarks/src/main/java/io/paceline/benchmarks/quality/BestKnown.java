package io.paceline.benchmarks.quality;

import io.paceline.benchmarks.quality.instance.Instance;
import io.paceline.optimizer.rotation.draft.Cost;
import io.paceline.optimizer.rotation.draft.CostMeter;
import io.paceline.optimizer.rotation.draft.Draft;
import io.paceline.optimizer.rotation.draft.DraftSpace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The best plan of each instance that any run ever found, and what it costs. */
final class BestKnown {
    /** The file beside this class. */
    static final String FILE = "best.csv";

    private static final String HEADER = "instance;solver;hard;medium;soft_j;plan";

    private final Map<Instance, Entry> entries = new EnumMap<>(Instance.class);

    /** Who found which plan. */
    record Entry(String solver, Cost cost, String plan) {
        Draft draft() {
            return DraftText.read(plan);
        }
    }

    /** What is stored with the program. */
    static BestKnown stored() {
        BestKnown known = new BestKnown();
        try (InputStream in = BestKnown.class.getResourceAsStream(FILE)) {
            if (in == null) {
                return known;
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.equals(HEADER))
                    .forEach(known::read);
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    private void read(String line) {
        String[] cells = line.split(";", -1);
        Cost cost = new Cost(Double.parseDouble(cells[2]), Double.parseDouble(cells[3]), Double.parseDouble(cells[4]));
        entries.put(Instance.of(cells[0]), new Entry(cells[1], cost, cells[5]));
    }

    /** What is known of an instance. */
    @Nullable
    Entry of(Instance instance) {
        return entries.get(instance);
    }

    /** Its cost; worse than everything if nothing is known. */
    Cost cost(Instance instance) {
        Entry entry = entries.get(instance);
        return entry == null ? Cost.WORST : entry.cost();
    }

    /** Takes over what is better. */
    void offer(List<Run> runs) {
        for (Run run : runs) {
            Instance instance = Instance.of(run.instance());
            if (run.end().beats(cost(instance))) {
                entries.put(instance, new Entry(run.solver(), measured(instance, run.draft()), run.best()));
            }
        }
    }

    /** Measured again: a file cannot claim what its plan does not do. */
    static Cost measured(Instance instance, Draft draft) {
        DraftSpace space = instance.space();
        return new CostMeter(space).cost(draft);
    }

    /** Writes all of it. */
    void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder(
                        "# The best plans found in any run of Quality. Written by Quality --keep-best; ")
                .append("plan: slot:seconds:turns by position, then efforts in 1/" + DraftSpace.EFFORT_ONE + ".\n")
                .append(HEADER)
                .append('\n');
        entries.forEach((instance, entry) -> text.append(String.format(
                Locale.ROOT,
                "%s;%s;%s;%s;%s;%s%n",
                instance.title(),
                entry.solver(),
                entry.cost().hard(),
                entry.cost().medium(),
                entry.cost().soft(),
                entry.plan())));
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
