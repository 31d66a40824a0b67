package io.paceline.optimizer.exact;

import io.paceline.kernel.Pace;
import io.paceline.road.Road;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The road in pieces, each of one sector or several that follow one another: where the conditions on a part of the ride begin and end.
 */
final class RoadPieces {
    private static final int MOST_PIECES = 24;
    private static final int MOST_WINDOWS = 8;

    /** A part of the ride, by its first and last piece. */
    record Window(int first, int last) {
        boolean has(int piece) {
            return piece >= first && piece <= last;
        }
    }

    final int count;
    final double[] durationS;
    /** Parts of the ride that are hard as a whole. */
    final List<Window> windows;

    /** Pieces cut into groups of like stretches: for the linear programme alone. */
    final int cells;

    final double[] cellS;
    final int[] pieceOfCell;
    private final int[] pieceOf;
    private final int[] cellOf;

    /**
     * @param demandW by stretch: by how much the riders are above CP on average
     * @param mostCells about so many cells at most
     */
    RoadPieces(Road road, Pace pace, double[] demandW, int mostCells) {
        int sectors = road.sectorCount();
        int together = (sectors + MOST_PIECES - 1) / MOST_PIECES;
        count = (sectors + together - 1) / together;
        pieceOf = new int[demandW.length];
        durationS = new double[count];
        double[] demandJ = new double[count];
        for (int s = 0; s < demandW.length; s++) {
            pieceOf[s] = road.sectorOf(s) / together;
            double lastsS = pace.endS(s) - (s == 0 ? 0 : pace.endS(s - 1));
            durationS[pieceOf[s]] += lastsS;
            demandJ[pieceOf[s]] += lastsS * demandW[s];
        }
        windows = hardest(demandJ);
        cellOf = cellOf(demandW, mostCells);
        cells = Arrays.stream(cellOf).max().orElse(0) + 1;
        cellS = new double[cells];
        pieceOfCell = new int[cells];
        for (int s = 0; s < cellOf.length; s++) {
            cellS[cellOf[s]] += pace.endS(s) - (s == 0 ? 0 : pace.endS(s - 1));
            pieceOfCell[cellOf[s]] = pieceOf[s];
        }
    }

    private int[] cellOf(double[] demandW, int mostCells) {
        Integer[] order = new Integer[demandW.length];
        Arrays.setAll(order, s -> s);
        Arrays.sort(order, Comparator.<Integer>comparingInt(s -> pieceOf[s]).thenComparingDouble(s -> demandW[s]));
        int together = (demandW.length + mostCells - 1) / mostCells;
        int[] cell = new int[demandW.length];
        int last = -1;
        int inCell = together;
        for (int k = 0; k < order.length; k++) {
            boolean sameRoad = k > 0 && pieceOf[order[k]] == pieceOf[order[k - 1]];
            if (!sameRoad || inCell == together) {
                last++;
                inCell = 0;
            }
            cell[order[k]] = last;
            inCell++;
        }
        return cell;
    }

    int cellOf(int stretch) {
        return cellOf[stretch];
    }

    /** For every end the hardest beginning; of those the hardest. The whole ride has conditions of its own. */
    private static List<Window> hardest(double[] demandJ) {
        record Hard(Window window, double joules) {}
        List<Hard> all = new ArrayList<>();
        for (int last = 0; last < demandJ.length; last++) {
            double sumJ = 0;
            Hard hardest = new Hard(new Window(last, last), Double.NEGATIVE_INFINITY);
            for (int first = last; first >= 0; first--) {
                sumJ += demandJ[first];
                if (sumJ > hardest.joules && !(first == 0 && last == demandJ.length - 1)) {
                    hardest = new Hard(new Window(first, last), sumJ);
                }
            }
            all.add(hardest);
        }
        return all.stream()
                .filter(hard -> hard.joules > Double.NEGATIVE_INFINITY)
                .sorted(Comparator.comparingDouble((Hard hard) -> -hard.joules))
                .limit(MOST_WINDOWS)
                .map(Hard::window)
                .toList();
    }

    int of(int stretch) {
        return pieceOf[stretch];
    }
}
