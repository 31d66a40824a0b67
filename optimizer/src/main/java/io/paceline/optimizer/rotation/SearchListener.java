package io.paceline.optimizer.rotation;

/** Is told how a search gets on. */
@FunctionalInterface
public interface SearchListener {
    /** Called by the searching thread at the first plan, about ten times a second, and at the end. */
    void onProgress(SearchProgress progress);

    /** Does not care. */
    static SearchListener none() {
        return progress -> {};
    }
}
