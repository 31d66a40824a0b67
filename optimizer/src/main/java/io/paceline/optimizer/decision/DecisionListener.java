package io.paceline.optimizer.decision;

/** Is told how a decision gets on. */
public interface DecisionListener {
    /** So many coalitions of so many are planned; called by any of the searching threads, one at a time. */
    void onPlanned(int planned, int of);

    /** Whether to end now with what there is; asked often, by any thread. */
    boolean stopAsked();

    /** Does not care. */
    static DecisionListener none() {
        return new DecisionListener() {
            @Override
            public void onPlanned(int planned, int of) {}

            @Override
            public boolean stopAsked() {
                return false;
            }
        };
    }
}
