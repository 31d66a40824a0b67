package io.paceline.optimizer.game;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Some of the players.
 *
 * @param bits bit i is set if player i belongs to it
 */
public record Coalition(int bits) {
    /** The most players that a game may have. */
    public static final int MAX_PLAYERS = 20;

    /** Nobody. */
    public static final Coalition NOBODY = new Coalition(0);

    /** @throws IllegalArgumentException if a player beyond the last one belongs to it */
    public Coalition {
        if (bits < 0 || bits >= 1 << MAX_PLAYERS) {
            throw new IllegalArgumentException("coalition: bits = " + bits + " is outside [0, "
                    + ((1 << MAX_PLAYERS) - 1) + "]. Players are numbered from 0 to " + (MAX_PLAYERS - 1) + ".");
        }
    }

    /**
     * The first so many players.
     *
     * @throws IllegalArgumentException if there are too many
     */
    public static Coalition ofFirst(int players) {
        checkPlayers(players);
        return new Coalition((1 << players) - 1);
    }

    /** These players, counted from 0. */
    public static Coalition of(int... players) {
        int bits = 0;
        for (int player : players) {
            bits |= 1 << player;
        }
        return new Coalition(bits);
    }

    /** Every coalition of so many players but nobody, smaller ones first. */
    public static List<Coalition> all(int players) {
        List<Coalition> all = new ArrayList<>();
        for (int size = 1; size <= ofFirst(players).size(); size++) {
            all.addAll(ofSize(players, size));
        }
        return all;
    }

    /** Every coalition of some of so many players. */
    public static List<Coalition> ofSize(int players, int size) {
        return IntStream.range(1, 1 << players)
                .filter(bits -> Integer.bitCount(bits) == size)
                .mapToObj(Coalition::new)
                .toList();
    }

    static void checkPlayers(int players) {
        if (players < 1 || players > MAX_PLAYERS) {
            throw new IllegalArgumentException("game: players = " + players + " is outside [1, " + MAX_PLAYERS + "].");
        }
    }

    /** How many belong to it. */
    public int size() {
        return Integer.bitCount(bits);
    }

    /** Whether nobody belongs to it. */
    public boolean isEmpty() {
        return bits == 0;
    }

    /** Whether a player belongs to it. */
    public boolean has(int player) {
        return (bits >> player & 1) != 0;
    }

    /** With one more player. */
    public Coalition with(int player) {
        return new Coalition(bits | 1 << player);
    }

    /** Without a player. */
    public Coalition without(int player) {
        return new Coalition(bits & ~(1 << player));
    }

    /** Whether all of its members belong to another too. */
    public boolean isPartOf(Coalition other) {
        return (bits & ~other.bits) == 0;
    }

    /** Its members, counted from 0, in order. */
    public int[] members() {
        return IntStream.range(0, MAX_PLAYERS).filter(this::has).toArray();
    }

    /** Every part of it: itself, smaller ones, and last nobody. */
    public List<Coalition> parts() {
        List<Coalition> parts = new ArrayList<>();
        for (int part = bits; part > 0; part = part - 1 & bits) {
            parts.add(new Coalition(part));
        }
        parts.add(NOBODY);
        return parts;
    }
}
