package io.paceline.benchmarks.pictures;

import io.paceline.benchmarks.pictures.LineChart.Axis;
import io.paceline.chase.Exchange;
import io.paceline.drafting.DragTable;
import io.paceline.drafting.DragTables;
import io.paceline.power.Crosswind;
import io.paceline.power.Drivetrain;
import io.paceline.power.RoadLoad;
import io.paceline.rider.RecoveryModel;
import io.paceline.rider.WBalance;
import io.paceline.road.Air;
import io.paceline.road.Forecast;
import io.paceline.road.Stretch;
import io.paceline.road.Wind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Draws the pictures of {@code docs/model.md}.
 *
 * <pre>
 *   the model --a curve for each part--&gt; docs/model-*.svg
 * </pre>
 */
public final class ModelPictures {
    private static final Air AIR = new Air(1.2);
    private static final double MASS_KG = 78;
    private static final double DRAG_AREA_M2 = 0.30;
    private static final double GAP_M = 0.5;

    private ModelPictures() {}

    /**
     * Draws them all.
     *
     * @param arguments the folder to write to, such as {@code docs}
     * @throws IOException if a file cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        for (Map.Entry<String, String> picture : all().entrySet()) {
            Files.writeString(Path.of(arguments[0]).resolve(picture.getKey()), picture.getValue());
        }
    }

    /** The pictures by file name. */
    static Map<String, String> all() {
        Map<String, String> pictures = new LinkedHashMap<>();
        pictures.put("model-power.svg", power());
        pictures.put("model-wind.svg", wind());
        pictures.put("model-drag.svg", drag());
        pictures.put("model-crosswind.svg", crosswind());
        pictures.put("model-exchange.svg", exchange());
        pictures.put("model-balance.svg", balance());
        return pictures;
    }

    private static String power() {
        LineChart chart = new LineChart(
                "Power of a lone rider, 78 kg with bicycle, 0.30 m²",
                new Axis("speed, km/h", 10, 60, 10),
                new Axis("W at the pedals", 0, 600, 100));
        for (int percent : new int[] {8, 4, 0, -2}) {
            RoadLoad load = RoadLoad.of(
                    new Stretch(1_000, percent / 100.0, 0, 0, 0.004),
                    AIR,
                    Drivetrain.MARTIN_1998,
                    MASS_KG,
                    DRAG_AREA_M2);
            double fastestKmh = Math.min(60, 3.6 * load.speedMPerS(600));
            add(chart, percent + " %", 10, fastestKmh, kmh -> Math.max(0, load.powerW(kmh / 3.6)));
        }
        return chart.svg();
    }

    private static String wind() {
        Forecast forecast = new Forecast(
                List.of(0.0, 10_000.0, 20_000.0),
                List.of(Wind.at10m(3, Math.toRadians(350)), Wind.at10m(6, Math.toRadians(60)), Wind.at10m(5, Math.PI)));
        LineChart chart = new LineChart(
                "A forecast of three rows, felt by riders who go north",
                new Axis("km", 0, 20, 5),
                new Axis("m/s at the riders' height", -4, 4, 2));
        add(chart, "against them", 0, 20, km -> forecast.at(1_000 * km).headwindMPerS(0));
        add(chart, "from their right", 0, 20, km -> forecast.at(1_000 * km).crosswindMPerS(0));
        return chart.svg();
    }

    private static String drag() {
        LineChart chart = new LineChart(
                "Drag in a line of eight, % of riding alone", new Axis("place", 1, 8, 1), new Axis("%", 0, 100, 20));
        double[] places = IntStream.rangeClosed(1, 8).asDoubleStream().toArray();
        DragTable blocken = DragTables.blocken2018();
        for (double gapM : new double[] {0.15, GAP_M, 5}) {
            chart.add("computed, gap " + gapM + " m", places, percent(blocken, gapM));
        }
        chart.add("measured, velodrome", places, percent(DragTables.field(), GAP_M));
        return chart.svg();
    }

    private static double[] percent(DragTable table, double gapM) {
        return IntStream.rangeClosed(1, 8)
                .mapToDouble(place -> 100 * table.dragFraction(8, place, gapM))
                .toArray();
    }

    private static String crosswind() {
        LineChart chart = new LineChart(
                "Air from the side, by yaw", new Axis("yaw, degrees", 0, 40, 10), new Axis("%", 0, 140, 20));
        Crosswind whole = new Crosswind(Crosswind.Drag.APPARENT_WIND, Crosswind.Formation.LINE);
        Crosswind echelon = whole.withShelter(Crosswind.Formation.ECHELON);
        add(chart, "drag alone, all the air", 0, 40, deg -> 100 * whole.pressure(1, acrossAt(deg)));
        add(chart, "shelter kept, echelon", 0, 40, deg -> 100 * (1 - echelon.lostShare(1, acrossAt(deg))));
        add(chart, "shelter kept, line", 0, 40, deg -> 100 * (1 - whole.lostShare(1, acrossAt(deg))));
        return chart.svg();
    }

    /** Air across for 1 m/s along the road. */
    private static double acrossAt(double yawDeg) {
        return StrictMath.tan(Math.toRadians(yawDeg));
    }

    private static String exchange() {
        LineChart chart = new LineChart(
                "How long an exchange takes", new Axis("speed, km/h", 10, 60, 10), new Axis("s", 0, 25, 5));
        for (int working : new int[] {8, 5, 3}) {
            add(
                    chart,
                    working + " who work",
                    10,
                    60,
                    kmh -> (working - 1)
                            * (Exchange.USUAL.bicycleLengthM() + GAP_M)
                            / Exchange.USUAL.slowerMPerS(kmh / 3.6));
        }
        return chart.svg();
    }

    private static String balance() {
        LineChart chart = new LineChart(
                "W′ left: 60 s at 550 W, then 240 s at 300 W, again and again (CP 380 W, W′ 20 kJ)",
                new Axis("minutes", 0, 25, 5),
                new Axis("kJ", 0, 20, 5));
        for (RecoveryModel model : new RecoveryModel[] {RecoveryModel.ELITE, RecoveryModel.CONSERVATIVE}) {
            int seconds = 25 * 60;
            double[] minutes = new double[seconds / 10 + 1];
            double[] kj = new double[minutes.length];
            WBalance balance = new WBalance(model, 380, 20_000, 1);
            kj[0] = 20;
            for (int i = 1; i < minutes.length; i++) {
                balance.hold((i - 1) * 10 % 300 < 60 ? 550 : 300, 10);
                minutes[i] = i / 6.0;
                kj[i] = balance.balanceJ() / 1_000;
            }
            chart.add(model == RecoveryModel.ELITE ? "elite" : "conservative", minutes, kj);
        }
        return chart.svg();
    }

    private static void add(LineChart chart, String name, double from, double to, DoubleUnaryOperator curve) {
        double[] x = new double[101];
        Arrays.setAll(x, i -> from + (to - from) * i / 100);
        chart.add(name, x, Arrays.stream(x).map(curve).toArray());
    }
}
