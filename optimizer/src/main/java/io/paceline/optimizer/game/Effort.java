package io.paceline.optimizer.game;

import java.util.List;

/**
 * What it costs the players if one coalition does the job.
 *
 * @param idleCost by player: what it costs him just because the job is done, by whomever
 * @param burden by player: what it costs him more than that because he takes part; 0 for those outside
 */
public record Effort(List<Double> idleCost, List<Double> burden) {
    /** @throws IllegalArgumentException if the lists differ in length, or a number is not finite */
    public Effort {
        idleCost = List.copyOf(idleCost);
        burden = List.copyOf(burden);
        if (idleCost.size() != burden.size()) {
            throw new IllegalArgumentException("effort: " + idleCost.size() + " idle costs for " + burden.size()
                    + " burdens. Each player needs both.");
        }
        for (int i = 0; i < burden.size(); i++) {
            if (!Double.isFinite(idleCost.get(i)) || !Double.isFinite(burden.get(i))) {
                throw new IllegalArgumentException("effort: player " + i + ": " + idleCost.get(i) + " and "
                        + burden.get(i) + " are not both finite. A coalition that cannot do the job has no effort.");
            }
        }
    }

    /** The sum of the burdens. */
    public double totalBurden() {
        return burden.stream().mapToDouble(b -> b).sum();
    }
}
