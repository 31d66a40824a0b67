package io.paceline.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What the charts of a report draw, against the JSON of the same plan. */
final class ChartNumbers {
    private final Page page;
    private final JsonNode plan;
    private final List<String> order = new ArrayList<>();

    private ChartNumbers(Page page, JsonNode plan) {
        this.page = page;
        this.plan = plan;
        plan.at("/plan/order").forEach(id -> order.add(id.asText()));
    }

    /** Power, balance, turns and energy of each rider, and speed and power of each sector. */
    static void compare(Page page, JsonNode plan) {
        ChartNumbers numbers = new ChartNumbers(page, plan);
        plan.at("/energy/riders").forEach(numbers::rider);
        numbers.sectors();
    }

    private double number(String script) {
        return ((Number) page.evaluate(script)).doubleValue();
    }

    private void rider(JsonNode rider) {
        String id = rider.get("rider").asText();
        int i = order.indexOf(id);
        double aloneJ = number("Paceline.report.data.energy[" + i + "].leftJ");
        // work: each value of the power chart lasts to the next one
        double workJ = number("(() => { const v = Paceline.report.charts.power.plots[" + i + "].values();"
                + "return v.x.slice(1).reduce((sum, s, row) => sum + (s - v.x[row]) * v.y[row], 0); })()");
        // watts are rounded to 0.1, times to 0.01 s
        assertThat(workJ)
                .as("%s, %s J after leaving", id, aloneJ)
                .isCloseTo(rider.get("workJ").asDouble(), within(0.001 * workJ));
        double leastJ = number("Math.min(...Paceline.report.charts.balance.plots[" + i + "].values().y)");
        // the least is at a change of front or road, where there is a row; whole joules
        assertThat(leastJ).as(id).isCloseTo(rider.get("leastBalanceJ").asDouble(), within(1.0));
        double frontS = number("Paceline.charts.turns(Paceline.report.data).filter((t) => t.rider === " + i
                + ").reduce((sum, t) => sum + t.toS - t.fromS, 0)");
        double chaseS = plan.at("/catch/timeS").asDouble() - number("Paceline.report.data.launchS");
        assertThat(frontS / chaseS).as(id).isCloseTo(rider.get("frontShare").asDouble(), within(0.000_1));
        String total = page.locator("#energy .bar-row").nth(i).locator(".total").textContent();
        assertThat(total).isEqualTo(Math.round(rider.get("workJ").asDouble() / 1_000) + " kJ");
    }

    private void sectors() {
        JsonNode sectors = plan.at("/plan/sectors");
        Locator rows = page.locator("#sectors tbody tr");
        assertThat(rows.count()).isEqualTo(sectors.size());
        for (int s = 0; s < sectors.size(); s++) {
            assertThat(rows.nth(s).locator("td").nth(4).textContent())
                    .isEqualTo(String.format(
                            Locale.ROOT, "%.1f", sectors.get(s).get("speedKmh").asDouble()));
        }
        // from the finish to the start, as the charts are drawn
        assertThat(list("speed.plot.values().x"))
                .isEqualTo(reversed(sectors, s -> s.get("toKmToGo").asDouble()));
        List<Double> kmh = reversed(sectors, s -> s.get("speedKmh").asDouble());
        List<Double> drawn = list("speed.plot.values().y");
        for (int s = 0; s < kmh.size(); s++) {
            assertThat(drawn.get(s)).isCloseTo(kmh.get(s), within(1e-9));
        }
        List<Double> watts = list("watts.plot.values().y");
        for (int s = 0; s < sectors.size(); s++) {
            assertThat(rows.nth(sectors.size() - 1 - s).locator("td").nth(6).textContent())
                    .isEqualTo(String.valueOf(Math.round(watts.get(s))));
        }
    }

    private List<Double> list(String of) {
        List<Double> numbers = new ArrayList<>();
        for (Object value : (List<?>) page.evaluate("Paceline.report.charts." + of)) {
            numbers.add(((Number) value).doubleValue());
        }
        return numbers;
    }

    private static List<Double> reversed(JsonNode list, ToDoubleFunction<JsonNode> value) {
        List<Double> numbers = new ArrayList<>();
        list.forEach(node -> numbers.add(0, value.applyAsDouble(node)));
        return numbers;
    }
}
