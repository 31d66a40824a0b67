package io.paceline.kernel;

/**
 * Turn after turn on one stretch, written down once: whole rotations, then a part of one.
 *
 * <p>A turn has two phases: the last leader drifts back; then the line is whole. Phase {@code 2·leader} is the first and
 * {@code 2·leader + 1} the second of that leader's turn. A phase may last 0 s.
 */
final class Rotation {
    int stretch;
    int formation;
    /** How many ride in it, those who sit on too. */
    int inLine;
    /** In a rotation: two for each working rider. */
    int phases;
    /** How long each lasts, s; twice over, so that no index has to wrap. */
    final double[] phaseS;
    /** When each begins, s after the first; twice over. */
    final double[] startS;
    /** The phase that it begins with. */
    int first;
    /** How much longer that phase is the first time, s: a turn without an exchange is as long as one with. */
    double openingS;
    /** Whole rotations; 1 or more. */
    int times;
    /** Whole phases after those. */
    int more;
    /** The phase in which it ends, and what is ridden of it, s. */
    int last;

    double partS;
    /** Whether it ends with the last phase of a leader who then leaves for good, not with the stretch. */
    boolean leaves;

    double durationS;

    Rotation(int riders) {
        phaseS = new double[4 * riders];
        startS = new double[4 * riders + 1];
    }

    /** The phases of a line whose exchange takes so long. */
    void setPhases(Formations line, double exchangeS) {
        formation = line.latest;
        inLine = line.inLine;
        phases = 2 * line.working;
        double timeS = 0;
        for (int i = 0; i < phases; i += 2) {
            double pullS = line.pullS[i / 2];
            double exchangingS = exchangeS < pullS ? exchangeS : pullS;
            phaseS[i] = exchangingS;
            phaseS[i + 1] = pullS - exchangingS;
            phaseS[phases + i] = exchangingS;
            phaseS[phases + i + 1] = pullS - exchangingS;
            startS[i] = timeS;
            startS[i + 1] = timeS + exchangingS;
            timeS += pullS;
        }
        for (int i = 0; i <= phases; i++) {
            startS[phases + i] = timeS + startS[i];
        }
    }

    /** Begins with the turn of this leader, with or without an exchange. */
    void begin(int leader, boolean exchanging) {
        first = exchanging ? 2 * leader : 2 * leader + 1;
        openingS = exchanging ? 0 : phaseS[2 * leader];
    }

    /** Rides so many rotations and what is left of the time; counts the turns. */
    void ride(Formations line, int rotations, double forS) {
        times = rotations;
        more = 0;
        leaves = false;
        for (int i = 0; i < line.working; i++) {
            line.turnsLeft[i] -= times;
        }
        double leftS = forS - openingS - times * line.rotationS;
        last = first;
        // rounding may leave a whole rotation again
        while (more < phases && leftS >= startS[first + more + 1] - startS[first]) {
            more++;
            if (last % 2 == 1 && line.turnsLeft[last / 2] == 1) {
                leaves = true;
                break;
            }
            line.turnsLeft[last / 2] -= last % 2;
            last = last + 1 == phases ? 0 : last + 1;
        }
        double partLeftS = leftS - (startS[first + more] - startS[first]);
        partS = leaves || partLeftS < 0 ? 0 : partLeftS;
        durationS = leaves ? forS - partLeftS : forS;
    }
}
