package io.paceline.optimizer.rotation;

/** Is told what would help, as soon as it is known, and may end the search for more. */
@FunctionalInterface
public interface RemedyListener {
    /** Called by the searching thread with each remedy. */
    void onRemedy(Remedy remedy);

    /**
     * Asked often by the searching thread. Once true, the remedy that is looked for is dropped and nothing more is sought.
     *
     * @return true for good, once it was true
     */
    default boolean isStopped() {
        return false;
    }

    /** Waits for the list. */
    static RemedyListener none() {
        return remedy -> {};
    }
}
