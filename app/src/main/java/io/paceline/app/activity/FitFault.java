package io.paceline.app.activity;

/** Bytes that no FIT file has. The message says what is wrong, as a clause. */
final class FitFault extends Exception {
    private static final long serialVersionUID = 1;

    FitFault(String clause) {
        super(clause);
    }
}
