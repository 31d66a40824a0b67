package io.paceline.chase;

import static org.assertj.core.api.Assertions.assertThat;

import io.paceline.drafting.DragTables;
import io.paceline.drafting.Shelter;
import io.paceline.power.Crosswind;
import io.paceline.power.Drivetrain;
import io.paceline.rider.Freshness;
import io.paceline.rider.RecoveryModel;
import io.paceline.rider.Rider;
import io.paceline.rider.Team;
import io.paceline.road.Air;
import io.paceline.road.Road;
import io.paceline.road.Stretch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ChaseDigestTest {
    private static final Rider A = new Rider("a", 80, 0.30, 400, 20_000);
    private static final Rider B = new Rider("b", 75, 0.29, 380, 18_000);
    private static final Stretch FLAT = new Stretch(5_000, 0, 0, 0, 0.004);

    private static final Stretch CROSSED = FLAT.withCrosswindMPerS(3);
    private static final Crosswind FADING = new Crosswind(Crosswind.Drag.HEADWIND, Crosswind.Formation.LINE);
    private static final Crosswind SLOWER = new Crosswind(Crosswind.Drag.HEADWIND, Crosswind.Formation.LINE, 0.5);
    private static final Crosswind WHOLE = new Crosswind(Crosswind.Drag.APPARENT_WIND, Crosswind.Formation.STILL_AIR);

    private static Chase chase() {
        Breakaway breakaway = new ObservedBreak(30, 2, 78, 0.30, 280, 0, 0.7, new Air(1.2), Drivetrain.MARTIN_1998, 22);
        return Chase.builder(
                        new Team(List.of(A, B), Set.of("b")), Road.of(List.of(FLAT, FLAT)), new Air(1.2), breakaway)
                .approach(List.of(FLAT))
                .build();
    }

    @Test
    void equalChasesHaveEqualContent() {
        assertThat(ChaseDigest.of(chase())).isEqualTo(ChaseDigest.of(chase())).matches("[0-9a-f]{64}");
    }

    @Test
    void everyNumberOfTheChaseCounts() {
        Line line = chase().line();
        List<UnaryOperator<Chase.Builder>> changes = List.of(
                b -> b,
                b -> b.team(new Team(List.of(A, B), Set.of())),
                b -> b.team(new Team(List.of(A, new Rider("b", 75, 0.29, 380, 18_001)), Set.of("b"))),
                b -> b.team(new Team(List.of(A, new Rider("c", 75, 0.29, 380, 18_000)), Set.of("c"))),
                b -> b.freshness(new Freshness(0.93, 0.81)),
                b -> b.freshness(new Freshness(0.92, 0.80)),
                b -> b.spentJ(List.of(0.0, 1.0)),
                b -> b.recovery(RecoveryModel.ELITE),
                b -> b.reserveFraction(0.11),
                b -> b.line(line.withWheelGapM(0.6)),
                b -> b.line(line.withDragTable(DragTables.field())),
                b -> b.line(new Line(0.5, line.dragTable(), Shelter.NONE)),
                b -> b.line(line.withExchange(Exchange.USUAL.withDriftMPerS(1.9))),
                b -> b.approach(List.of()),
                b -> b.approach(List.of(FLAT.withHeadwindMPerS(1))),
                b -> b.bunch(new Bunch(12)),
                b -> b.approach(List.of(CROSSED)).line(line.withCrosswind(FADING)),
                b -> b.approach(List.of(CROSSED)).line(line.withCrosswind(WHOLE)),
                b -> b.approach(List.of(CROSSED.withCrosswindMPerS(-3))).line(line.withCrosswind(FADING)),
                b -> b.road(Road.of(List.of(FLAT, CROSSED))).line(line.withCrosswind(FADING)),
                b -> b.road(Road.of(List.of(FLAT, CROSSED))).line(line.withCrosswind(SLOWER)),
                b -> b.road(Road.of(List.of(FLAT, FLAT.withRollingResistance(0.005)))),
                b -> b.road(Road.of(List.of(FLAT, FLAT), new int[] {0, 1})),
                b -> b.air(new Air(1.21)),
                b -> b.drivetrain(new Drivetrain(0.98, 0.0044)),
                b -> b.topSpeedMPerS(21),
                b -> b.goal(new Goal(Objective.METABOLIC_ENERGY, 1)),
                b -> b.goal(new Goal(Objective.COLLECTIVE_ENERGY, 2)),
                b -> b.goal(new Goal(Objective.FASTEST, 1)).breakaway(Breakaway.NONE),
                b -> b.breakaway(chase().breakaway().withGapS(31)),
                b -> b.breakaway(
                        new ObservedBreak(30, 2, 78, 0.30, 281, 0, 0.7, new Air(1.2), Drivetrain.MARTIN_1998, 22)));
        Set<String> contents = new HashSet<>();
        List<String> all = new ArrayList<>();
        for (UnaryOperator<Chase.Builder> change : changes) {
            all.add(ChaseDigest.of(change.apply(chase().toBuilder()).build()));
        }
        contents.addAll(all);

        assertThat(contents).as("all different: " + all).hasSize(changes.size());
    }

    @Test
    void whatIsNotComputedFromDoesNotCount() {
        Chase still = chase();
        Chase crossed = still.toBuilder().approach(List.of(CROSSED)).build();
        Chase fading =
                still.toBuilder().line(still.line().withCrosswind(FADING)).build();
        assertThat(ChaseDigest.of(crossed)).isEqualTo(ChaseDigest.of(still));
        assertThat(ChaseDigest.of(fading)).isEqualTo(ChaseDigest.of(still));
    }
}
