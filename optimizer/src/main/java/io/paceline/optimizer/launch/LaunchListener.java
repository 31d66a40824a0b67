package io.paceline.optimizer.launch;

/** Is told how a study gets on. */
@FunctionalInterface
public interface LaunchListener {
    /** Called after every step, by any of the searching threads, one at a time. */
    void onProgress(LaunchProgress progress);

    /** Does not care. */
    static LaunchListener none() {
        return progress -> {};
    }
}
