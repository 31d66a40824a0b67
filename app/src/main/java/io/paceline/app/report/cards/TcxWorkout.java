package io.paceline.app.report.cards;

import io.paceline.app.report.ride.RiderRide;
import java.util.ArrayList;
import java.util.List;

/**
 * The rotation of one rider as a workout in Garmin's TCX. It has twenty steps at most and no watts: the rotation is one repeated pair of
 * steps, whose names hold the mean watts.
 */
final class TcxWorkout {
    private static final String TCX = "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final int LONGEST_NAME = 15;
    private static final int MOST_STEPS = 20;
    private static final int MOST_REPEATS = 99;

    private final XmlText xml = XmlText.document();
    private int ids;

    private TcxWorkout() {}

    /**
     * The file.
     *
     * @param title of the workout; cut to what TCX takes
     */
    static String of(String title, RiderRide ride) {
        return new TcxWorkout().write(title, Rehearsal.of(ride));
    }

    private String write(String title, List<Rehearsal.Step> steps) {
        xml.open("TrainingCenterDatabase", "xmlns", TCX, "xmlns:xsi", XSI)
                .open("Workouts")
                .open("Workout", "Sport", "Biking")
                .element("Name", cut(title));
        if (steps.stream().anyMatch(Rehearsal.Step::pull)) {
            rotation(steps);
        } else {
            shelter(steps);
        }
        return xml.close().close().close().toString();
    }

    /** Until the first pull, the pairs of pull and shelter, and what is left of the last one. */
    private void rotation(List<Rehearsal.Step> steps) {
        List<Rehearsal.Step> merged = merged(steps);
        int first = merged.get(0).pull() ? 0 : 1;
        if (first == 1) {
            step("Step", merged.get(0));
        }
        int pairs = (merged.size() - first) / 2;
        List<Rehearsal.Step> pulls = new ArrayList<>();
        List<Rehearsal.Step> rests = new ArrayList<>();
        for (int pair = 0; pair < pairs; pair++) {
            pulls.add(merged.get(first + 2 * pair));
            rests.add(merged.get(first + 2 * pair + 1));
        }
        // the last shelter is cut short by the catch
        boolean cutShort = pairs > 1;
        int whole = cutShort ? pairs - 1 : pairs;
        if (whole > 0) {
            repeats(whole, mean(pulls), mean(rests.subList(0, whole)));
        }
        for (int i = first + 2 * whole; i < merged.size(); i++) {
            step("Step", merged.get(i));
        }
    }

    /** Pulls and shelters in turn: pieces of one kind are one. */
    private static List<Rehearsal.Step> merged(List<Rehearsal.Step> steps) {
        List<Rehearsal.Step> merged = new ArrayList<>();
        for (Rehearsal.Step step : steps) {
            int last = merged.size() - 1;
            if (last >= 0 && merged.get(last).pull() == step.pull()) {
                merged.set(last, joined(merged.get(last), step));
            } else {
                merged.add(step);
            }
        }
        return merged;
    }

    private static Rehearsal.Step joined(Rehearsal.Step a, Rehearsal.Step b) {
        double workJ = a.meanW() * a.seconds() + b.meanW() * b.seconds();
        return new Rehearsal.Step(a.pull(), a.fromS(), b.toS(), workJ / (a.seconds() + b.seconds()));
    }

    private static Rehearsal.Step mean(List<Rehearsal.Step> steps) {
        long seconds = steps.stream().mapToLong(Rehearsal.Step::seconds).sum();
        double workJ = steps.stream().mapToDouble(s -> s.meanW() * s.seconds()).sum();
        return new Rehearsal.Step(steps.get(0).pull(), 0, Math.round((double) seconds / steps.size()), workJ / seconds);
    }

    /** A rider who never pulls: his way, in no more pieces than TCX takes. */
    private void shelter(List<Rehearsal.Step> steps) {
        int together = (steps.size() + MOST_STEPS - 1) / MOST_STEPS;
        for (int from = 0; from < steps.size(); from += together) {
            Rehearsal.Step piece = steps.get(from);
            for (int i = from + 1; i < Math.min(steps.size(), from + together); i++) {
                piece = joined(piece, steps.get(i));
            }
            step("Step", piece);
        }
    }

    /** A repeat goes up to 99 times: more are repeats of repeats. */
    private void repeats(int times, Rehearsal.Step pull, Rehearsal.Step rest) {
        int hundreds = times / MOST_REPEATS;
        if (hundreds > 1) {
            openRepeat("Step", hundreds);
        }
        if (hundreds > 0) {
            openRepeat(hundreds > 1 ? "Child" : "Step", MOST_REPEATS);
            step("Child", pull);
            step("Child", rest);
            xml.close();
        }
        if (hundreds > 1) {
            xml.close();
        }
        int left = times % MOST_REPEATS;
        if (left > 1) {
            openRepeat("Step", left);
        }
        if (left > 0) {
            step(left > 1 ? "Child" : "Step", pull);
            step(left > 1 ? "Child" : "Step", rest);
        }
        if (left > 1) {
            xml.close();
        }
    }

    private void openRepeat(String element, int times) {
        xml.open(element, "xsi:type", "Repeat_t")
                .element("StepId", Integer.toString(++ids))
                .element("Repetitions", Integer.toString(times));
    }

    private void step(String element, Rehearsal.Step step) {
        xml.open(element, "xsi:type", "Step_t")
                .element("StepId", Integer.toString(++ids))
                .element("Name", cut((step.pull() ? "Pull " : "Line ") + Math.round(step.meanW()) + " W"))
                .open("Duration", "xsi:type", "Time_t")
                .element("Seconds", Long.toString(step.seconds()))
                .close()
                .element("Intensity", step.pull() ? "Active" : "Resting")
                .empty("Target", "xsi:type", "None_t")
                .close();
    }

    private static String cut(String name) {
        String plain = name.strip().replaceAll("\\s+", " ");
        return plain.codePointCount(0, plain.length()) <= LONGEST_NAME
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST_NAME)).strip();
    }
}
