package io.paceline.app;

import io.paceline.app.report.GoalWords;
import io.paceline.chase.Objective;
import io.paceline.optimizer.rotation.SearchOptions;
import io.paceline.optimizer.rotation.SearchProgress;
import java.io.Console;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A progress bar on standard error while a search runs; nothing where nobody watches. */
final class SearchBar implements AutoCloseable {
    private static final int WIDTH = 80;
    private static final int UPDATE_MS = 200;

    private final @Nullable ProgressBar bar;
    private final boolean countsTime;
    private final Objective objective;

    private SearchBar(@Nullable ProgressBar bar, boolean countsTime, Objective objective) {
        this.bar = bar;
        this.objective = objective;
        this.countsTime = countsTime;
    }

    static SearchBar of(SearchOptions options, Objective objective, boolean wanted) {
        boolean countsTime = options.maxSeconds() < Double.POSITIVE_INFINITY;
        // tenths of seconds, or plans
        long most = countsTime ? Math.round(options.maxSeconds() * 10) : options.maxEvaluations();
        return new SearchBar(wanted && isTerminal() ? bar("Searching", most) : null, countsTime, objective);
    }

    /** A bar that counts steps; how many there are is told with each. */
    static SearchBar ofSteps(String task, boolean wanted) {
        return new SearchBar(wanted && isTerminal() ? bar(task, 1) : null, false, Objective.COLLECTIVE_ENERGY);
    }

    private static ProgressBar bar(String task, long most) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(most)
                .setUpdateIntervalMillis(UPDATE_MS)
                .setStyle(ProgressBarStyle.ASCII)
                .hideEta()
                .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
                .clearDisplayOnFinish()
                .build();
    }

    void onStep(int done, int steps, String message) {
        if (bar != null) {
            bar.maxHint(steps);
            bar.stepTo(done);
            bar.setExtraMessage(" " + message);
        }
    }

    void onProgress(SearchProgress progress) {
        if (bar != null) {
            bar.stepTo(countsTime ? Math.round(progress.elapsedS() * 10) : progress.evaluations());
            bar.setExtraMessage(
                    progress.feasible()
                            ? " " + GoalWords.ofScore(objective, progress.least())
                            : String.format(Locale.ROOT, " none yet, %.1f kJ short", progress.overdrawnJ() / 1_000));
        }
    }

    /** A console alone means a terminal until Java 21; from 22 on it has to be asked. */
    @SuppressWarnings("SystemConsoleNull") // both cases are looked at
    static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
