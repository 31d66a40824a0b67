package io.paceline.oracle;

import java.util.List;

/** What the oracle says of a plan; the riders by slot. */
record OracleAnswer(double timeS, double evenPowerW, List<Double> speedsMPerS, List<OracleRider> riders) {
    double collectiveJ() {
        return riders.stream().mapToDouble(rider -> rider.workJ).sum();
    }
}
