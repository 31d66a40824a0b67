package io.paceline.benchmarks.quality;

import io.paceline.benchmarks.quality.instance.Instance;
import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.exact.AnyPace;
import io.paceline.optimizer.exact.Certificate;
import io.paceline.optimizer.exact.CertificateOptions;
import io.paceline.optimizer.exact.Certificates;
import io.paceline.optimizer.rotation.draft.DraftSpace;
import io.paceline.plan.RotationPlan;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Proves lower bounds for the instances, and reads those that are stored with the program. */
@Command(name = "bounds", description = "Proves lower bounds on the energy.", mixinStandardHelpOptions = true)
final class Bounds implements Callable<Integer> {
    /** The file beside this class. */
    static final String FILE = "bounds.csv";

    /** Sums of some thousand terms, each right to 1e-15, in another order. */
    private static final double ROUNDING = 1e-9;

    private static final String HEADER =
            "instance;any_pace_j;any_pace_unburned_j;at_speeds_j;of_plan_j;at_speeds_complete;at_speeds_method";

    @Option(names = "--instances", split = ",", description = "titles, or parts of titles; all if not given")
    private List<String> instances = new ArrayList<>();

    @Option(names = "--seconds", defaultValue = "60", description = "for each proof (${DEFAULT-VALUE})")
    private double seconds = 60;

    @Option(names = "--out", description = "file to write")
    private @Nullable Path out;

    @Spec
    private @Nullable CommandSpec spec;

    /**
     * What is proved of an instance.
     *
     * @param anyPaceJ no plan that is there in time costs less, J; minus infinity if there is no proof
     * @param unburnedJ no plan that is there in time, keeps the reserves and burns nobody costs less, J; minus infinity if there is no proof
     * @param atSpeedsJ no plan at the speeds of the best one known that keeps the reserves and burns nobody costs less, J; on a road of
     *     one sector that is every such plan
     * @param ofPlanJ what the plan costs at whose speeds the third is, J
     * @param complete whether more time would not raise the third
     * @param method of the third
     */
    record Bound(double anyPaceJ, double unburnedJ, double atSpeedsJ, double ofPlanJ, boolean complete, String method) {
        /** The best bound on every plan that keeps the reserves and burns nobody. */
        double onAllJ(int sectors) {
            double paceJ = Math.max(anyPaceJ, unburnedJ);
            return sectors == 1 ? Math.max(paceJ, atSpeedsJ) : paceJ;
        }

        /** The bound at the speeds of a plan that costs so much; minus infinity if it was proved at those of another. */
        double atSpeedsOf(double planJ, int sectors) {
            boolean same = sectors == 1 || Math.abs(planJ - ofPlanJ) <= ROUNDING * planJ;
            return same ? atSpeedsJ : Double.NEGATIVE_INFINITY;
        }
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter print = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        BestKnown best = BestKnown.stored();
        Map<Instance, Bound> bounds = stored();
        for (Instance instance : Quality.chosen(instances)) {
            BestKnown.Entry entry = best.of(instance);
            if (entry != null) {
                bounds.put(instance, prove(instance, entry));
                print.println(row(instance, bounds.get(instance)));
                print.flush();
            }
        }
        if (out != null) {
            Files.writeString(out, text(bounds), StandardCharsets.UTF_8);
        }
        return 0;
    }

    private Bound prove(Instance instance, BestKnown.Entry entry) {
        ChaseKernel kernel = ChaseKernel.compile(instance.chase());
        double softJ = entry.cost().soft();
        RotationPlan plan = new DraftSpace(kernel).toPlan(entry.draft());
        AnyPace anyPace = new AnyPace(kernel);
        double anyJ = anyPace.certify(softJ, () -> false).boundJ();
        double unburnedJ = anyPace.certifyUnburned(plan, () -> false)
                .map(Certificate::boundJ)
                .orElse(Double.NEGATIVE_INFINITY);
        if (instance.riders() > Certificates.MOST_RIDERS) {
            return new Bound(anyJ, unburnedJ, Double.NEGATIVE_INFINITY, softJ, false, "none for so many riders");
        }
        Certificate fixed = Certificates.certify(kernel, plan, CertificateOptions.seconds(seconds), () -> false);
        return new Bound(anyJ, unburnedJ, fixed.boundJ(), softJ, fixed.complete(), fixed.method());
    }

    private static String text(Map<Instance, Bound> bounds) {
        StringBuilder text = new StringBuilder(
                        "# Lower bounds, J; docs/bounds.md has the proofs. Written by Quality bounds.\n")
                .append(HEADER)
                .append('\n');
        bounds.forEach((instance, bound) -> text.append(row(instance, bound)).append('\n'));
        return text.toString();
    }

    private static String row(Instance instance, @Nullable Bound bound) {
        Bound known = java.util.Objects.requireNonNull(bound);
        return String.format(
                Locale.ROOT,
                "%s;%s;%s;%s;%s;%s;%s",
                instance.title(),
                known.anyPaceJ(),
                known.unburnedJ(),
                known.atSpeedsJ(),
                known.ofPlanJ(),
                known.complete(),
                known.method());
    }

    /** What is stored with the program. */
    static Map<Instance, Bound> stored() {
        Map<Instance, Bound> bounds = new EnumMap<>(Instance.class);
        try (InputStream in = Bounds.class.getResourceAsStream(FILE)) {
            if (in == null) {
                return bounds;
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.equals(HEADER))
                    .forEach(line -> {
                        String[] cells = line.split(";", -1);
                        bounds.put(
                                Instance.of(cells[0]),
                                new Bound(
                                        Double.parseDouble(cells[1]),
                                        Double.parseDouble(cells[2]),
                                        Double.parseDouble(cells[3]),
                                        Double.parseDouble(cells[4]),
                                        Boolean.parseBoolean(cells[5]),
                                        cells[6]));
                    });
            return bounds;
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }
}
