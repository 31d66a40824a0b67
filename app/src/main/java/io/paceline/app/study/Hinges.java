package io.paceline.app.study;

import io.paceline.app.report.Tornado;
import io.paceline.app.scenario.Scenario;
import io.paceline.kernel.ChaseKernel;
import io.paceline.optimizer.sensitivity.Input;
import io.paceline.optimizer.sensitivity.Reading;
import io.paceline.optimizer.sensitivity.Sensitivity;
import io.paceline.optimizer.sensitivity.SensitivityReport;
import io.paceline.optimizer.sensitivity.StandardInputs;
import io.paceline.optimizer.sensitivity.Swing;
import io.paceline.plan.RotationPlan;
import io.paceline.road.Wind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Finds what the plan of a scenario hangs on: the inputs of every chase, and the weather of this one. */
public final class Hinges {
    private static final double WIND_STEP_M_PER_S = 1;
    private static final double MOST_WIND_M_PER_S = 40;
    private static final double WIND_TURN_RAD = Math.toRadians(20);
    private static final double TEMPERATURE_STEP_K = 5;
    private static final double COLDEST_K = 243.15;
    private static final double HOTTEST_K = 323.15;

    private Hinges() {}

    /** @throws IllegalArgumentException if the plan does not fit the scenario */
    public static Tornado of(Scenario scenario, ChaseKernel kernel, RotationPlan plan) {
        return of(scenario, kernel, plan, () -> false);
    }

    /**
     * The same, which can be stopped.
     *
     * @param stop asked often
     * @throws CancellationException once it is true
     */
    public static Tornado of(Scenario scenario, ChaseKernel kernel, RotationPlan plan, BooleanSupplier stop) {
        List<Input> inputs = new ArrayList<>(weather(scenario));
        for (Input input : StandardInputs.of(kernel.chase(), scenario.day().breakSeen())) {
            // a scenario gives the temperature, and the density follows
            if (!input.key().equals("air_density")) {
                inputs.add(input);
            }
        }
        SensitivityReport report = Sensitivity.of(
                kernel,
                plan,
                inputs.stream().map(input -> stoppable(input, stop)).toList(),
                StandardInputs.choices(kernel.chase(), scenario.day().breakSeen()));
        return new Tornado(
                side(Optional.empty(), "", report.now()),
                report.swings().stream().map(Hinges::row).toList());
    }

    private static Input stoppable(Input input, BooleanSupplier stop) {
        return new Input(input.key(), input.unit(), input.base(), input.step(), input.least(), input.most(), value -> {
            if (stop.getAsBoolean()) {
                throw new CancellationException("stopped");
            }
            return input.at().apply(value);
        });
    }

    private static List<Input> weather(Scenario scenario) {
        List<Input> inputs = new ArrayList<>();
        Wind wind = scenario.meanWind();
        if (wind.speedMPerS() == 0) {
            inputs.add(new Input(
                    "wind_speed", "m/s", 0, WIND_STEP_M_PER_S, -15, 15, value -> scenario.withHeadwind(value)));
        } else {
            inputs.add(new Input(
                    "wind_speed",
                    "m/s",
                    wind.speedMPerS(),
                    WIND_STEP_M_PER_S,
                    0,
                    MOST_WIND_M_PER_S,
                    value -> scenario.inWind(w ->
                            new Wind(w.speedMPerS() * value / wind.speedMPerS(), w.fromRad(), w.profileFactor()))));
            inputs.add(new Input(
                    "wind_from",
                    "rad",
                    wind.fromRad(),
                    WIND_TURN_RAD,
                    wind.fromRad() - Math.PI,
                    wind.fromRad() + Math.PI,
                    value -> scenario.inWind(w -> turned(w, value - wind.fromRad()))));
        }
        inputs.add(new Input(
                "temperature",
                "K",
                scenario.day().air().temperatureK(),
                TEMPERATURE_STEP_K,
                COLDEST_K,
                HOTTEST_K,
                scenario::atTemperatureK));
        return inputs;
    }

    private static Wind turned(Wind wind, double byRad) {
        return new Wind(
                wind.speedMPerS(), Math.IEEEremainder(wind.fromRad() + byRad, 2 * Math.PI), wind.profileFactor());
    }

    private static Tornado.Row row(Swing swing) {
        return new Tornado.Row(
                swing.key(),
                swing.unit(),
                swing.base(),
                swing.choice(),
                swing.low().map(Hinges::side),
                swing.high().map(Hinges::side),
                swing.slope()
                        .map(slope -> new Tornado.Slope(
                                slope.energyElasticity(), slope.balancePerUnit(), slope.marginPerUnit())),
                swing.breakEven());
    }

    private static Tornado.Side side(Swing.Point point) {
        return side(point.value(), point.choice(), point.reading());
    }

    private static Tornado.Side side(Optional<Double> value, String choice, Reading reading) {
        return new Tornado.Side(
                value, choice, reading.collectiveJ(), reading.leastBalanceJ(), reading.marginS(), reading.catches());
    }
}
