package io.paceline.optimizer.sensitivity;

import io.paceline.chase.BreakSeen;
import io.paceline.chase.Chase;
import io.paceline.chase.ChaseChange;
import io.paceline.chase.ChaseInput;
import io.paceline.drafting.DragTable;
import io.paceline.drafting.DragTables;
import io.paceline.power.Crosswind;
import io.paceline.power.Crosswind.Formation;
import io.paceline.rider.RecoveryModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The inputs that every chase has, each with a standard change: about how well such a number is known on the day. The changes are
 * estimates; {@code docs/model.md} gives the reason of each.
 */
public final class StandardInputs {
    private final Chase chase;
    private final BreakSeen seen;
    private final List<Input> inputs = new ArrayList<>();

    private StandardInputs(Chase chase, BreakSeen seen) {
        this.chase = chase;
        this.seen = seen;
    }

    /**
     * The numbers.
     *
     * @param seen what was seen of the break: it stays when air, surface or line change
     */
    public static List<Input> of(Chase chase, BreakSeen seen) {
        StandardInputs standard = new StandardInputs(chase, seen);
        standard.addAll();
        return List.copyOf(standard.inputs);
    }

    private void addAll() {
        add(ChaseInput.GAP, 10, 0, 3_600);
        if (seen == BreakSeen.SPEED) {
            add(ChaseInput.BREAK_SPEED, 0.5 / 3.6, 3, 25);
        } else {
            add(ChaseInput.BREAK_POWER, 10, 30, 600);
        }
        add(ChaseInput.BREAK_FADE, 0.02, 0, 0.5);
        addShare(ChaseInput.DRAG_AREA, 0.03, 0.10, 0.60);
        add(ChaseInput.MASS, 1, 40, 150);
        addShare(ChaseInput.CRITICAL_POWER, 0.02, 100, 600);
        addShare(ChaseInput.W_PRIME, 0.10, 1_000, 60_000);
        add(ChaseInput.FRESHNESS_CP, 0.02, 0.5, 1.1);
        add(ChaseInput.FRESHNESS_W_PRIME, 0.10, 0.1, 1.1);
        add(ChaseInput.ROLLING_RESISTANCE, 0.000_5, 0.001, 0.05);
        add(ChaseInput.AIR_DENSITY, 0.02, 0.7, 1.5);
        add(ChaseInput.WHEEL_GAP, 0.2, 0.05, 5);
        add(ChaseInput.SHELTER_EXPONENT, 0.15, 0, 1);
        add(ChaseInput.FADED_YAW, Math.toRadians(5), Math.toRadians(5), Math.toRadians(60));
        add(ChaseInput.BICYCLE_LENGTH, 0.1, 1, 3);
        add(ChaseInput.DRIFT, 0.5, 0.5, 5);
    }

    private void addShare(ChaseInput input, double share, double least, double most) {
        add(input, share * input.of(chase), least, most);
    }

    private void add(ChaseInput input, double step, double least, double most) {
        if (!input.appliesTo(chase)) {
            return;
        }
        double base = input.of(chase);
        inputs.add(new Input(
                input.name().toLowerCase(Locale.ROOT),
                input.unit(),
                base,
                step,
                Math.min(base, least),
                Math.max(base, most),
                value -> input.with(chase, value, seen)));
    }

    /** The other table of drag, the other model of recovery and, where shelter fades with yaw, the other formation. */
    public static List<Choice> choices(Chase chase, BreakSeen seen) {
        DragTable blocken = DragTables.blocken2018();
        DragTable field = DragTables.field();
        String source = chase.line().dragTable().source();
        boolean isBlocken = source.equals(blocken.source());
        String from = isBlocken ? "blocken" : source.equals(field.source()) ? "field" : "own";
        RecoveryModel recovery = chase.recovery();
        RecoveryModel other = recovery == RecoveryModel.CONSERVATIVE ? RecoveryModel.ELITE : RecoveryModel.CONSERVATIVE;
        List<Choice> choices = new ArrayList<>(List.of(
                new Choice(
                        "drag_table",
                        from,
                        isBlocken ? "field" : "blocken",
                        () -> new ChaseChange(chase, seen)
                                .line(chase.line().withDragTable(isBlocken ? field : blocken))),
                new Choice(
                        "recovery_model",
                        recovery.name().toLowerCase(Locale.ROOT),
                        other.name().toLowerCase(Locale.ROOT),
                        () -> chase.toBuilder().recovery(other).build())));
        formation(chase, seen).ifPresent(choices::add);
        return List.copyOf(choices);
    }

    private static Optional<Choice> formation(Chase chase, BreakSeen seen) {
        Crosswind now = chase.line().crosswind();
        if (now.shelter() == Formation.STILL_AIR) {
            return Optional.empty();
        }
        Formation other = now.shelter() == Formation.LINE ? Formation.ECHELON : Formation.LINE;
        return Optional.of(new Choice(
                "formation",
                now.shelter().name().toLowerCase(Locale.ROOT),
                other.name().toLowerCase(Locale.ROOT),
                () -> new ChaseChange(chase, seen).line(chase.line().withCrosswind(now.withShelter(other)))));
    }
}
