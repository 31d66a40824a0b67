package io.paceline.benchmarks.breakaway;

/**
 * A chase that was reported, as the model is asked about it.
 *
 * @param race name and year
 * @param kmToGo where the lead was taken
 * @param gapS the lead there, s
 * @param ahead riders of the break
 * @param behind chasers who are taken to work
 * @param caught whether the break was caught in the race
 * @param assumed what the report does not say, or what the model is told instead
 */
record Episode(String race, double kmToGo, double gapS, int ahead, int behind, boolean caught, String assumed) {
    private static final String FLAT = "level road, like riders; ";

    /** The episodes of chase_episodes.csv, in its order. */
    static Episode[] all() {
        return new Episode[] {
            new Episode("Amstel Gold 2019", 7, 60, 2, 1, true, FLAT + "one chaser works, as reported"),
            new Episode("Tokyo 2020, women", 30, 300, 1, 6, false, FLAT + "six of the bunch work, men's figures"),
            new Episode(
                    "Worlds 2024",
                    51,
                    60,
                    1,
                    2,
                    false,
                    FLAT + "two work (\"poor cooperation\"); the lead is a guess below the reported 80 s"),
            new Episode("Tour 1996 to Gap", 10, 56, 1, 6, true, FLAT + "six of the bunch work"),
            new Episode("Tour 2014, stage 9", 50, 195, 1, 2, false, FLAT + "two of 28 work (\"uncoordinated\")"),
        };
    }

    Episode {
        if (!(kmToGo > 0 && gapS >= 0 && ahead >= 1 && behind >= 1)) {
            throw new IllegalArgumentException("episode " + race + ": nobody rides, or nowhere.");
        }
    }

    /** The same with as many chasers as a team has. */
    Episode withChasers(int workers) {
        return new Episode(race, kmToGo, gapS, ahead, workers, caught, assumed);
    }
}
