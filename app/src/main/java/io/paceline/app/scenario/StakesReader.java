package io.paceline.app.scenario;

import io.paceline.rider.Rider;
import io.paceline.rider.Team;
import io.paceline.stakes.Classification;
import io.paceline.stakes.RivalTeam;
import io.paceline.stakes.Stakes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads what a catch is worth to whom. Teams are those of the riders' file. */
final class StakesReader {
    private static final Limit POINTS = Limit.of(0, 1_000_000, "points", "");
    private static final Limit CHANCE = Limit.of(0, 100, "%", "");
    private static final Limit BEHIND = Limit.of(0, 36_000, "s", "It is seconds behind the leader.");
    private static final Limit COST = Limit.of(1e-9, 1_000, "points/kJ", "Work has to cost something.");
    private static final Limit MARGIN = Limit.of(0, 3_600, "s", "");
    private static final double DEFAULT_MARGIN_S = 10;

    private final Path file;
    private final Fields root;
    private final Roster roster;

    StakesReader(Path file, Fields root, Roster roster) {
        this.file = file;
        this.root = root;
        this.roster = roster;
    }

    /**
     * The stakes of the teams whose riders chase.
     *
     * @param chasing workers are those whom their teams spare
     * @throws InputException at the first fault
     */
    Optional<Stakes> stakes(Team chasing) {
        Optional<Fields> found = root.optionalGroup("stakes", "cost_per_kj", "sharing", "hold_margin_s", "teams");
        if (found.isEmpty()) {
            if (root.has("gc")) {
                throw root.fault("gc", "has no use without stakes. Add them, or leave gc out.");
            }
            return Optional.empty();
        }
        Fields fields = found.get();
        Optional<Fields> gc =
                root.optionalGroup("gc", "leader", "gaps", "in_break", "lead_worth", "place_worth", "second_worth");
        Map<String, Double> behind = gc.map(this::behind).orElse(Map.of());
        List<String> ahead = gc.map(
                        g -> List.copyOf(g.words("in_break", "ids of riders").keySet()))
                .orElse(List.of());
        List<RivalTeam> teams = new ArrayList<>();
        for (Fields team : fields.groups("teams", "a team with its stakes", "team", "stage_win", "win_chance_pct")) {
            teams.add(team(team, chasing, behind));
        }
        checkAllHaveStakes(fields, chasing, teams);
        try {
            return Optional.of(new Stakes(
                    teams,
                    gc.map(g -> classification(g, behind, ahead)).orElse(Classification.none()),
                    fields.number("cost_per_kj", COST) / 1_000,
                    fields.choice("sharing", "pooled", "pooled", "as_planned").equals("pooled"),
                    fields.number("hold_margin_s", MARGIN, DEFAULT_MARGIN_S)));
        } catch (IllegalArgumentException e) {
            throw fields.fault("teams", ": " + e.getMessage());
        }
    }

    /** Seconds behind the leader by rider; the leader has 0. */
    private Map<String, Double> behind(Fields gc) {
        Map<String, Double> behind = new LinkedHashMap<>();
        String leader = gc.text("leader", "the id of the rider who leads");
        behind.put(leader, 0.0);
        Map<String, Integer> ahead = gc.words("in_break", "ids of riders");
        gc.numbers("gaps", BEHIND).forEach((id, seconds) -> {
            if (id.equals(leader)) {
                throw gc.fault("gaps", "names the leader " + id + ". He is behind nobody: leave him out.");
            }
            behind.put(id, seconds);
        });
        ahead.forEach((id, line) -> {
            if (!behind.containsKey(id)) {
                throw new InputException(
                        file, line, gc.name("in_break") + ": rider " + id + " has no gap. Add him to gc.gaps.");
            }
        });
        behind.keySet().forEach(id -> {
            if (!ahead.containsKey(id) && !roster.has(id)) {
                throw gc.fault(
                        id.equals(leader) ? "leader" : "gaps",
                        ": rider " + id + " is not in the riders' file." + roster.nearest(id)
                                + " If he rides in the break, name him under gc.in_break.");
            }
        });
        return behind;
    }

    private Classification classification(Fields gc, Map<String, Double> behind, List<String> ahead) {
        double place = gc.number("place_worth", POINTS, 0);
        return new Classification(
                behind.entrySet().stream()
                        .filter(entry -> ahead.contains(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .toList(),
                gc.number("lead_worth", POINTS, place),
                place,
                gc.number("second_worth", POINTS, 0));
    }

    private RivalTeam team(Fields fields, Team chasing, Map<String, Double> behind) {
        String name = fields.text("team", "the name of a team in the riders' file");
        if (roster.ids().stream().noneMatch(id -> rides(id, name))) {
            throw fields.fault("team", "= " + name + " is not a team of the riders' file.");
        }
        double win = fields.number("stage_win", POINTS, 0);
        double chance = win == 0 ? fields.number("win_chance_pct", CHANCE, 0) : fields.number("win_chance_pct", CHANCE);
        List<Rider> spared = new ArrayList<>();
        List<Rider> carried = new ArrayList<>();
        for (int slot = 0; slot < chasing.size(); slot++) {
            Rider rider = chasing.riders().get(slot);
            if (rides(rider.id(), name)) {
                (chasing.isProtected(slot) ? carried : spared).add(rider);
            }
        }
        OptionalDouble best = behind.entrySet().stream()
                .filter(entry -> rides(entry.getKey(), name))
                .mapToDouble(Map.Entry::getValue)
                .min();
        try {
            return new RivalTeam(name, spared, carried, win, chance / 100, best);
        } catch (IllegalArgumentException e) {
            throw fields.fault("team", ": " + e.getMessage());
        }
    }

    private boolean rides(String id, String team) {
        return roster.team(id).map(team::equals).orElse(false);
    }

    private void checkAllHaveStakes(Fields fields, Team chasing, List<RivalTeam> teams) {
        for (Rider rider : chasing.riders()) {
            String team = roster.team(rider.id()).orElse("");
            if (teams.stream().noneMatch(rival -> rival.name().equals(team))) {
                throw fields.fault(
                        "teams",
                        "have none for rider " + rider.id() + ", who chases for "
                                + (team.isEmpty() ? "no team" : "team " + team)
                                + ". Add his team, or leave him out of the chase.");
            }
        }
    }
}
