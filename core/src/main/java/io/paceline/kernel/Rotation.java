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
    /** How long each lasts, s, from the one that it begins with. */
    final double[] phaseS;
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
        phaseS = new double[2 * riders];
    }

    /** Begins with the turn of this leader, with or without an exchange. */
    void begin(Formations line, double exchangeS, int leader, boolean exchanging) {
        formation = line.latest;
        inLine = line.inLine;
        phases = 2 * line.working;
        first = exchanging ? 2 * leader : 2 * leader + 1;
        int phase = exchanging ? 0 : phases - 1;
        int turn = leader;
        for (int i = 0; i < line.working; i++) {
            double pullS = line.pullS[turn];
            double exchangingS = exchangeS < pullS ? exchangeS : pullS;
            phaseS[phase] = exchangingS;
            phase = phase + 1 == phases ? 0 : phase + 1;
            phaseS[phase++] = pullS - exchangingS;
            turn = turn + 1 == line.working ? 0 : turn + 1;
        }
        openingS = exchanging ? 0 : phaseS[phases - 1];
    }

    /** Rides so many rotations and what is left of the time; counts the turns. */
    void ride(Formations line, int rotations, double forS) {
        times = rotations;
        more = 0;
        leaves = false;
        line.countRotations(times);
        double leftS = forS - openingS - times * line.rotationS;
        double moreS = 0;
        last = first;
        // rounding may leave a whole rotation again
        while (more < phases && leftS >= moreS + phaseS[more]) {
            moreS += phaseS[more++];
            if ((last & 1) == 1 && line.countTurn(last >> 1)) {
                leaves = true;
                break;
            }
            last = last + 1 == phases ? 0 : last + 1;
        }
        double partLeftS = leftS - moreS;
        partS = leaves || partLeftS < 0 ? 0 : partLeftS;
        durationS = leaves ? forS - partLeftS : forS;
    }

    /** How long the phase in which it ends would last, s. */
    double lastPhaseS() {
        return phaseS[more == phases ? 0 : more];
    }
}
