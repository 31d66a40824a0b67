package io.paceline.benchmarks.quality;

import io.paceline.benchmarks.quality.peer.Evolution;
import io.paceline.benchmarks.quality.peer.Exhaustive;
import io.paceline.benchmarks.quality.peer.Genetic;
import io.paceline.benchmarks.quality.peer.HillClimb;
import io.paceline.benchmarks.quality.peer.Ours;
import io.paceline.benchmarks.quality.timefold.OnTimefold;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All who take part, by the short names of the command line. */
final class Contenders {
    private static final Map<String, Contender> ALL = new LinkedHashMap<>();

    static {
        ALL.put("ours", new Ours());
        ALL.put("timefold", new OnTimefold());
        ALL.put("jenetics", new Genetic());
        ALL.put("climb", new HillClimb());
        ALL.put("cmaes", new Evolution());
        ALL.put("exhaustive", new Exhaustive());
    }

    private Contenders() {}

    /** Their short names. */
    static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /** @throws IllegalArgumentException if nobody has this name */
    static Contender of(String name) {
        Contender contender = ALL.get(name);
        if (contender == null) {
            throw new IllegalArgumentException("no solver " + name + ". One of " + names() + ".");
        }
        return contender;
    }
}
