package io.paceline.app.scenario;

import io.paceline.power.Crosswind;
import io.paceline.power.Crosswind.Drag;
import io.paceline.power.Crosswind.Formation;
import java.util.Optional;

/** Reads what is to be computed from air that comes from the side: nothing, unless the scenario asks for it. */
final class CrosswindReader {
    private static final Limit FADED =
            Limit.of(5, 60, "degrees", "It is the yaw from which on no more shelter is lost.");

    private final Optional<Fields> found;

    CrosswindReader(Fields root) {
        found = root.optionalGroup("crosswind", "drag", "formation", "faded_deg");
    }

    Crosswind crosswind() {
        return found.map(CrosswindReader::read).orElse(Crosswind.IGNORED);
    }

    private static Crosswind read(Fields fields) {
        Drag drag = switch (fields.choice("drag", "headwind", "headwind", "apparent_wind")) {
            case "apparent_wind" -> Drag.APPARENT_WIND;
            default -> Drag.HEADWIND;
        };
        Formation formation = switch (fields.choice("formation", "still_air", "still_air", "line", "echelon")) {
            case "line" -> Formation.LINE;
            case "echelon" -> Formation.ECHELON;
            default -> Formation.STILL_AIR;
        };
        if (!fields.has("faded_deg")) {
            return new Crosswind(drag, formation);
        }
        if (formation == Formation.STILL_AIR) {
            throw fields.fault(
                    "faded_deg", "is for shelter that fades. Give formation: line or echelon, or leave it out.");
        }
        return new Crosswind(drag, formation, StrictMath.sin(Math.toRadians(fields.number("faded_deg", FADED))));
    }
}
