package io.paceline.optimizer.exact;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * How long the riders of a team can pull, by rider, rider ahead, number of workers and length of the rotation; computed when first asked for, by any thread.
 */
final class TeamStamina {
    private final StateRates rates;
    private final int riders;
    /** Longest pull, in steps. */
    private final int longest;
    /** By rider, rider ahead and number of workers. */
    private final AtomicReferenceArray<Place> places;

    TeamStamina(StateRates rates, double longestPullS) {
        this.rates = rates;
        riders = rates.states.riders;
        longest = (int) Math.floor(longestPullS / LineSearch.STEP_S);
        places = new AtomicReferenceArray<>(riders * riders * (riders + 1));
    }

    /** A rider behind another among so many who work. */
    final class Place {
        final Stamina stamina;
        private final int shortest;
        private final AtomicReferenceArray<int[]> lastEnds;
        private final AtomicIntegerArray longestTurns;
        /** No turn of his is longer, in steps. */
        final int longestTurn;

        private Place(int slot, int ahead, int working) {
            stamina = new Stamina(rates, slot, ahead, working);
            shortest = rates.states.shortestSteps(working);
            // a rotation of so many steps is not over before the ride
            int open = Math.max(rates.states.moments(), working * shortest);
            lastEnds = new AtomicReferenceArray<>(open + 1);
            longestTurns = new AtomicIntegerArray(open + 1);
            longestTurn = longestTurn(open);
        }

        /** No turn of his is longer in a rotation of so many steps. */
        private int longestTurn(int rotation) {
            lastEnds(rotation);
            return longestTurns.get(rotation);
        }

        /**
         * By begin of his turn in a rotation of so many steps: the last end that he may live through, and that is no longer than the longest pull; less than
         * a shortest pull after the begin where there is none. It rises with the begin.
         */
        int[] lastEnds(int rotation) {
            int[] known = lastEnds.get(rotation);
            if (known != null) {
                return known;
            }
            int[] last = new int[rotation];
            int most = 0;
            int end = 0;
            for (int begin = 0; begin < rotation; begin++) {
                end = Math.max(end, begin + shortest - 1);
                while (end < Math.min(rotation, begin + longest) && stamina.survives(begin, end + 1, rotation)) {
                    end++;
                }
                last[begin] = end;
                most = Math.max(most, end - begin);
            }
            longestTurns.set(rotation, most);
            lastEnds.set(rotation, last);
            return last;
        }
    }

    /** Every length of a rotation that these riders may fill, in steps. */
    static int[] rotations(Timetables timetables, Place[] places) {
        int longest = Arrays.stream(places).mapToInt(place -> place.longestTurn).sum();
        return IntStream.rangeClosed(timetables.shortestRotation(), timetables.longestRotation())
                // one that lasts longer than the ride need not be filled
                .filter(r -> r == timetables.longestRotation() || (r <= longest && r <= longestTurns(places, r)))
                .toArray();
    }

    private static int longestTurns(Place[] places, int rotation) {
        int sum = 0;
        for (Place place : places) {
            sum += place.longestTurn(rotation);
        }
        return sum;
    }

    /** All timetables of a formation with a rotation of so many steps, of those that these riders may live through. */
    static RotationSearch search(Timetables timetables, Place[] places, int rotation) {
        int[][] lastEnds = new int[places.length][];
        Arrays.setAll(lastEnds, position -> places[position].lastEnds(rotation));
        return new RotationSearch(timetables, rotation, lastEnds);
    }

    /** The rider in each working position of a formation. */
    Place[] of(Formation formation) {
        Place[] all = new Place[formation.working()];
        for (int position = 0; position < all.length; position++) {
            int slot = formation.slot()[position];
            int ahead = formation.ahead(position, position, false);
            int key = (slot * riders + ahead) * (riders + 1) + formation.working();
            Place known = places.get(key);
            if (known == null) {
                known = new Place(slot, ahead, formation.working());
                places.set(key, known);
            }
            all[position] = known;
        }
        return all;
    }
}
