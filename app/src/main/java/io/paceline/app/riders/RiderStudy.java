package io.paceline.app.riders;

import io.paceline.app.activity.Activity;
import io.paceline.app.activity.Activity.Sample;
import io.paceline.app.riders.RiderAnswer.FileFacts;
import io.paceline.app.scenario.InputException;
import io.paceline.optimizer.calibration.CriticalPowerEstimate;
import io.paceline.optimizer.calibration.CriticalPowerEstimator;
import io.paceline.optimizer.calibration.DragEstimate;
import io.paceline.optimizer.calibration.DragEstimator;
import io.paceline.optimizer.calibration.DragSamples;
import io.paceline.optimizer.calibration.Effort;
import io.paceline.optimizer.calibration.PowerCurve;
import io.paceline.optimizer.calibration.PowerSeries;
import io.paceline.road.Air;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** Puts the files of one rider through the estimates. */
public final class RiderStudy {
    private static final double ZERO_CELSIUS_K = 273.15;
    private static final double USUAL_CELSIUS = 15;
    private static final double USUAL_HUMIDITY = 0.5;

    private static final double EARTH_RADIUS_KM = 6_371;

    /** A ride that ends this far from its start is no loop, km. */
    private static final double FAR_KM = 3;

    private RiderStudy() {}

    /**
     * What is needed to estimate the drag area.
     *
     * @param massKg rider with bicycle
     * @param temperatureC of the air, °C; else what the files say, else 15
     * @param rollingResistance Crr, if it is known
     */
    public record DragRequest(double massKg, OptionalDouble temperatureC, OptionalDouble rollingResistance) {}

    /**
     * Studies some files.
     *
     * @throws InputException if a ride has no power
     */
    public static RiderAnswer of(Optional<String> id, List<Activity> activities, Optional<DragRequest> drag) {
        List<FileFacts> files = new ArrayList<>();
        List<PowerSeries> rides = new ArrayList<>();
        List<Effort> tests = new ArrayList<>();
        for (Activity activity : activities) {
            if (activity.samples().isEmpty()) {
                activity.efforts().forEach(e -> tests.add(new Effort(e.durationS(), e.meanPowerW())));
                files.add(new FileFacts(activity.file(), false, 0, 0, 0, activity.warnings()));
            } else {
                PowerSeries ride = series(activity);
                rides.add(ride);
                files.add(new FileFacts(
                        activity.file(),
                        true,
                        ride.durationS(),
                        ride.meanPowerW(),
                        ride.missingS(),
                        activity.warnings()));
            }
        }
        CriticalPowerEstimate estimate =
                tests.isEmpty() ? CriticalPowerEstimator.ofRides(rides) : CriticalPowerEstimator.ofTests(tests);
        return new RiderAnswer(
                id,
                files,
                PowerCurve.of(rides),
                !tests.isEmpty(),
                estimate,
                drag.map(request -> drag(activities, request)));
    }

    private static PowerSeries series(Activity ride) {
        if (!ride.hasPower()) {
            throw new InputException(
                    ride.file(), 0, "has no power, and without it nothing is known of CP. Leave the file out.");
        }
        try {
            return PowerSeries.of(column(ride, Sample::timeS), column(ride, Sample::powerW));
        } catch (IllegalArgumentException e) {
            throw new InputException(ride.file(), 0, String.valueOf(e.getMessage()));
        }
    }

    private static double[] column(Activity ride, ToDoubleFunction<Sample> value) {
        return ride.samples().stream().mapToDouble(value).toArray();
    }

    private static DragEstimate drag(List<Activity> activities, DragRequest request) {
        List<DragSamples> rides = new ArrayList<>();
        for (Activity ride : activities) {
            if (!ride.samples().isEmpty()) {
                rides.add(new DragSamples(
                        column(ride, Sample::timeS),
                        column(ride, Sample::powerW),
                        column(ride, Sample::speedMPerS),
                        column(ride, Sample::altitudeM)));
            }
        }
        double altitudeM = mean(activities, Sample::altitudeM).orElse(0);
        double celsius = request.temperatureC()
                .orElse(mean(activities, Sample::temperatureC).orElse(USUAL_CELSIUS));
        try {
            Air air = Air.moist(celsius + ZERO_CELSIUS_K, Air.standardPressurePa(altitudeM), USUAL_HUMIDITY);
            DragEstimate estimate =
                    new DragEstimator(request.massKg(), air, request.rollingResistance()).estimate(rides);
            return withOneWayRides(estimate, activities);
        } catch (IllegalArgumentException e) {
            // altitudes or temperatures that no road has
            throw new InputException(activities.get(0).file(), 0, String.valueOf(e.getMessage()));
        }
    }

    /** A ride that does not come back does not average out the wind. */
    private static DragEstimate withOneWayRides(DragEstimate estimate, List<Activity> activities) {
        DragEstimate all = estimate;
        for (Activity ride : activities) {
            List<Sample> placed = ride.samples().stream()
                    .filter(sample -> !Double.isNaN(sample.latitudeDeg()) && !Double.isNaN(sample.longitudeDeg()))
                    .toList();
            double apartKm = placed.isEmpty() ? 0 : apartKm(placed.get(0), placed.get(placed.size() - 1));
            if (apartKm > FAR_KM) {
                all = all.withWarning(String.format(
                        Locale.ROOT,
                        "%s ends %.0f km from where it began: wind along the way does not average out.",
                        ride.file().getFileName(),
                        apartKm));
            }
        }
        return all;
    }

    /** On a sphere flattened where the two are: exact enough to tell a loop from a way. */
    private static double apartKm(Sample one, Sample other) {
        double north = Math.toRadians(other.latitudeDeg() - one.latitudeDeg());
        double east =
                Math.toRadians(other.longitudeDeg() - one.longitudeDeg()) * Math.cos(Math.toRadians(one.latitudeDeg()));
        return EARTH_RADIUS_KM * Math.hypot(north, east);
    }

    private static OptionalDouble mean(List<Activity> activities, ToDoubleFunction<Sample> value) {
        return activities.stream()
                .flatMap(activity -> activity.samples().stream())
                .mapToDouble(value)
                .filter(x -> !Double.isNaN(x))
                .average();
    }
}
