package io.paceline.app;

import io.paceline.app.scenario.SprintGoal;
import io.paceline.optimizer.sprint.SprintPlan;
import io.paceline.optimizer.sprint.SprintStudy;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * Tries speeds at the drop, slow ones first: even km/h until a train cannot be ridden, then half km/h from the last that can and around the one that is
 * fastest at the line. At least one, however early it is stopped.
 */
final class SprintLadder {
    private static final double STEP_KMH = 2;
    private static final double FINE_STEP_KMH = 0.5;

    /** Of sums of steps. */
    private static final double ROUNDING_KMH = 1e-6;

    /** Speeds closer than this are one, m/s. */
    private static final double KEY_MPERS = 1e-6;

    private final SprintStudy study;
    private final BooleanSupplier stopped;
    private final SprintGoal goal;
    private final double topMPerS;
    private final Map<Long, SprintPlan> plans = new TreeMap<>();
    private List<SprintPlan> settled = List.of();

    SprintLadder(SprintStudy study, BooleanSupplier stopped, SprintGoal goal, double topMPerS) {
        this.study = study;
        this.stopped = stopped;
        this.goal = goal;
        this.topMPerS = topMPerS;
    }

    void climb(SearchBar bar) {
        double topKmh = 3.6 * goal.dropMPerS().orElse(topMPerS);
        double firstKmh = STEP_KMH * Math.ceil(3.6 * goal.startMPerS() / STEP_KMH);
        double lastKmh = climb(bar, firstKmh, STEP_KMH, topKmh);
        climb(bar, lastKmh + FINE_STEP_KMH, FINE_STEP_KMH, Math.min(topKmh, lastKmh + STEP_KMH - FINE_STEP_KMH));
        if (goal.dropMPerS().isPresent()) {
            tryOut(bar, goal.dropMPerS().getAsDouble());
        } else {
            fastest(plans.values())
                    .ifPresent(plan -> climb(
                            bar,
                            3.6 * plan.dropMPerS() - STEP_KMH + FINE_STEP_KMH,
                            FINE_STEP_KMH,
                            Math.min(topKmh, 3.6 * plan.dropMPerS() + STEP_KMH - FINE_STEP_KMH)));
        }
        settled = study.settled();
    }

    /** Goes up until a train cannot be ridden; the last speed that can, or the first less a step. */
    private double climb(SearchBar bar, double fromKmh, double stepKmh, double toKmh) {
        double lastKmh = fromKmh - stepKmh;
        while (lastKmh + stepKmh <= toKmh + ROUNDING_KMH) {
            Optional<SprintPlan> plan = tryOut(bar, (lastKmh + stepKmh) / 3.6);
            if (plan.isEmpty() || !plan.get().feasible()) {
                break;
            }
            lastKmh += stepKmh;
        }
        return lastKmh;
    }

    /** Empty if there is no time for it. */
    private Optional<SprintPlan> tryOut(SearchBar bar, double wantedMPerS) {
        double dropMPerS = Math.min(topMPerS, Math.max(goal.startMPerS(), wantedMPerS));
        long key = Math.round(dropMPerS / KEY_MPERS);
        if (!plans.containsKey(key) && (plans.isEmpty() || !stopped.getAsBoolean())) {
            plans.put(key, study.plan(dropMPerS));
            bar.onStep(plans.size(), plans.size() + 1, Math.round(3.6 * dropMPerS) + " km/h");
        }
        return Optional.ofNullable(plans.get(key));
    }

    /** Every plan, slow ones first; more speed never costs less. */
    List<SprintPlan> plans() {
        return settled;
    }

    /**
     * The plan for the speed that the scenario wants, or the one that is fastest at the line, of those that leave the chase its reserves if there are any; empty
     * if it cannot be ridden.
     */
    Optional<SprintPlan> chosen() {
        return goal.dropMPerS().isEmpty()
                ? fastest(settled)
                : settled.stream()
                        .filter(plan -> plan.feasible()
                                && plan.dropMPerS() == goal.dropMPerS().getAsDouble())
                        .findFirst();
    }

    private static Optional<SprintPlan> fastest(Collection<SprintPlan> plans) {
        return plans.stream()
                .filter(SprintPlan::feasible)
                .min(Comparator.<SprintPlan>comparingDouble(
                                plan -> Math.ceil(plan.outcome().reserveShortJ()))
                        .thenComparingDouble(plan -> -plan.ridden().lineMPerS()));
    }
}
