package io.paceline.kernel;

import java.util.Arrays;

/** Who rides in which cyclic position of a line, and who sits on behind: a new formation each time a rider leaves. */
final class Formations {
    private final int riders;
    /** Position at the launch by {@code formation·riders + index}; those who work come first. */
    private final int[] positionAt;
    /** Index in the formation by {@code formation·riders + position at the launch}; -1 when he has left. */
    private final int[] indexOf;

    private final int[] workingIn;
    private final int[] inLineOf;
    /** How many rode in the line that he left, by position at the launch. */
    private final int[] leftLine;

    // of the latest formation
    int latest;
    int working;
    int inLine;
    /** By index. */
    final double[] pullS;
    /** Turns until he leaves; of one who stays, more than time allows. */
    final int[] turnsLeft;

    /** How many of them will leave. */
    private int burning;

    double rotationS;

    Formations(int riders) {
        this.riders = riders;
        positionAt = new int[riders * riders];
        indexOf = new int[riders * riders];
        workingIn = new int[riders];
        inLineOf = new int[riders];
        leftLine = new int[riders];
        pullS = new double[riders];
        turnsLeft = new int[riders];
        for (int i = 0; i < riders; i++) {
            positionAt[i] = i;
            indexOf[i] = i;
        }
    }

    void start(LinePlan plan) {
        latest = 0;
        working = plan.working;
        inLine = riders;
        workingIn[0] = working;
        inLineOf[0] = inLine;
        burning = 0;
        for (int i = 0; i < working; i++) {
            int turns = plan.burnedAfterTurns[i];
            pullS[i] = plan.pullS[i];
            turnsLeft[i] = turns > 0 ? turns : Integer.MAX_VALUE;
            burning += turns > 0 ? 1 : 0;
        }
        sumRotation();
    }

    private void sumRotation() {
        double sum = 0;
        for (int i = 0; i < working; i++) {
            sum += pullS[i];
        }
        rotationS = sum;
    }

    /** The rider with this index leaves for good: a new formation without him. */
    void leave(int index) {
        int old = latest * riders;
        int next = old + riders;
        leftLine[positionAt[old + index]] = inLine;
        latest++;
        working--;
        burning--;
        inLine--;
        Arrays.fill(indexOf, next, next + riders, -1);
        for (int i = 0; i < inLine; i++) {
            positionAt[next + i] = positionAt[old + i + (i >= index ? 1 : 0)];
            indexOf[next + positionAt[next + i]] = i;
        }
        System.arraycopy(pullS, index + 1, pullS, index, working - index);
        System.arraycopy(turnsLeft, index + 1, turnsLeft, index, working - index);
        workingIn[latest] = working;
        inLineOf[latest] = inLine;
        sumRotation();
    }

    /** How many whole rotations pass before somebody leaves. */
    int rotationsTogether() {
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < working && burning > 0; i++) {
            least = Math.min(least, turnsLeft[i]);
        }
        return least - 1;
    }

    /** A rider has led once more; says whether he leaves instead of drifting back. */
    boolean countTurn(int index) {
        if (burning == 0) {
            return false;
        }
        boolean leaves = turnsLeft[index] == 1;
        turnsLeft[index] -= leaves ? 0 : 1;
        return leaves;
    }

    /** Everybody has led so many times more. Turns of those who stay need not be counted. */
    void countRotations(int times) {
        for (int i = 0; i < working && burning > 0; i++) {
            turnsLeft[i] -= times;
        }
    }

    int indexOf(int formation, int position) {
        return indexOf[formation * riders + position];
    }

    int positionAt(int formation, int index) {
        return positionAt[formation * riders + index];
    }

    int workingIn(int formation) {
        return workingIn[formation];
    }

    int inLineOf(int formation) {
        return inLineOf[formation];
    }

    /** How many rode in the line that the rider left who was in this position at the launch. */
    int leftLine(int position) {
        return leftLine[position];
    }
}
