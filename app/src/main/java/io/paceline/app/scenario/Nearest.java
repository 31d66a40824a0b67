package io.paceline.app.scenario;

import java.util.Collection;
import java.util.Locale;

/** Finds what a user may have meant. */
public final class Nearest {
    private Nearest() {}

    /** A question such as {@code " Maybe gap_s?"} naming the nearest known word, or nothing if more than half of it would be changed. */
    public static String question(String word, Collection<String> known) {
        String best = "";
        int least = Integer.MAX_VALUE;
        for (String candidate : known) {
            int distance = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < least && distance <= Math.max(word.length(), candidate.length())) {
                least = distance;
                best = candidate;
            }
        }
        return best.isEmpty() ? "" : " Maybe " + best + "?";
    }

    /** Twice the edits (Levenshtein) from one word to the other, less where one begins with the other: {@code gap} means {@code gap_s}. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replace, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        boolean begins = !a.isEmpty() && (b.startsWith(a) || a.startsWith(b));
        return 2 * row[b.length()] - (begins ? a.length() + 1 : 0);
    }
}
