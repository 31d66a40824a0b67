import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks the JSON of {@code paceline plan} without any code of Paceline: {@code java .ci/CheckPlan.java FILE}. Prints
 * each fault with its place and ends with 1 if there is one.
 */
final class CheckPlan {

    private final List<String> faults = new ArrayList<>();

    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            System.err.println("usage: java .ci/CheckPlan.java FILE");
            System.exit(2);
        }
        CheckPlan check = new CheckPlan();
        try {
            check.plan(new Json(Files.readString(Path.of(args[0]))).document());
        } catch (IllegalArgumentException e) {
            check.faults.add(e.getMessage());
        }
        check.faults.forEach(fault -> System.err.println(args[0] + ": " + fault));
        if (!check.faults.isEmpty()) {
            System.exit(1);
        }
        System.out.println(args[0] + ": a feasible plan, consistent");
    }

    private void plan(Object document) {
        Map<String, Object> root = object(document, "$");
        require(!text(root, "scenario").isBlank(), "scenario is blank");
        require(Boolean.TRUE.equals(root.get("feasible")), "feasible is not true");
        double launchKm = number(root, "launchKmToGo", 0, 500);

        Map<String, Object> caught = object(root.get("catch"), "catch");
        double catchKm = number(caught, "kmToGo", 0, 500);
        double timeS = number(caught, "timeS", 1, 86_400);
        number(caught, "marginS", 0, 86_400);
        require(catchKm <= launchKm, "the catch, " + catchKm + " km to go, is before the launch, " + launchKm);

        Map<String, Object> plan = object(root.get("plan"), "plan");
        Set<Object> order = new HashSet<>(list(plan, "order"));
        require(!order.isEmpty(), "plan.order is empty");
        require(order.size() == list(plan, "order").size(), "plan.order names a rider twice");
        double pullS = 0;
        for (Object pull : list(plan, "pulls")) {
            Map<String, Object> fields = object(pull, "plan.pulls[]");
            require(order.contains(fields.get("rider")), "a pull of a rider outside the order: " + fields);
            pullS += number(fields, "seconds", 0, 3_600);
        }
        require(pullS > 0, "nobody pulls");
        list(plan, "sitsOn");
        for (Object burned : list(plan, "burned")) {
            Map<String, Object> fields = object(burned, "plan.burned[]");
            require(order.contains(fields.get("rider")), "a burned rider outside the order: " + fields);
            number(fields, "afterTurns", 0, 10_000);
        }
        sectors(list(plan, "sectors"), launchKm, catchKm, timeS);
        energy(object(root.get("energy"), "energy"), order);

        Map<String, Object> search = object(root.get("search"), "search");
        require(search.get("score") != null, "search.score is missing");
        number(search, "seed", Long.MIN_VALUE, Long.MAX_VALUE);
        number(search, "evaluations", 1, 1e15);
        number(search, "wallS", 0, 86_400);
        require(!list(root, "explanation").isEmpty(), "explanation is empty");
    }

    private void sectors(List<Object> sectors, double launchKm, double catchKm, double timeS) {
        require(!sectors.isEmpty(), "plan.sectors is empty");
        double atKm = Double.NaN;
        double riddenS = 0;
        for (Object sector : sectors) {
            Map<String, Object> fields = object(sector, "plan.sectors[]");
            double fromKm = number(fields, "fromKmToGo", 0, 500);
            double toKm = number(fields, "toKmToGo", 0, 500);
            double speedKmh = number(fields, "speedKmh", 1, 130);
            number(fields, "effort", 0, 10);
            require(fromKm > toKm, "a sector that does not lead to the finish: " + fields);
            require(Double.isNaN(atKm) || Math.abs(fromKm - atKm) < 0.011, "a gap between sectors at " + atKm);
            atKm = toKm;
            riddenS += (fromKm - toKm) / speedKmh * 3_600;
        }
        double firstKm = number(object(sectors.get(0), "plan.sectors[0]"), "fromKmToGo", 0, 500);
        require(firstKm <= launchKm + 0.1, "the first sector starts before the launch");
        require(atKm <= catchKm + 0.1, "the last sector ends before the catch");
        require(riddenS > 0.5 * timeS && riddenS < 2 * timeS, "the sectors take " + riddenS + " s, the catch " + timeS);
    }

    private void energy(Map<String, Object> energy, Set<Object> order) {
        double collectiveJ = number(energy, "collectiveJ", 1, 1e9);
        double metabolicJ = number(energy, "metabolicJ", 1, 1e10);
        require(metabolicJ > collectiveJ, "metabolicJ is not above collectiveJ");
        Set<Object> named = new HashSet<>();
        double workJ = 0;
        double frontShare = 0;
        for (Object rider : list(energy, "riders")) {
            Map<String, Object> fields = object(rider, "energy.riders[]");
            require(named.add(fields.get("rider")), "energy.riders names a rider twice: " + fields.get("rider"));
            workJ += number(fields, "workJ", 0, 1e8);
            double meanW = number(fields, "meanW", 0, 1_500);
            double normalizedW = number(fields, "normalizedW", 0, 1_500);
            require(normalizedW > 0 || meanW == 0, "normalizedW is 0: " + fields);
            number(fields, "aboveCpJ", 0, 1e8);
            // A feasible plan never overdraws; 1 J for rounding.
            number(fields, "leastBalanceJ", -1, 100_000);
            number(fields, "leastBalancePct", -0.1, 100.001);
            frontShare += number(fields, "frontShare", 0, 1.000_001);
        }
        require(named.containsAll(order), "energy.riders lacks a rider of the order");
        require(frontShare <= 1.001, "the shares of the front sum to " + frontShare);
        // 0.5 %: printed digits, and a rider who was dropped may be counted apart.
        require(Math.abs(workJ - collectiveJ) <= 0.005 * collectiveJ, "riders' work " + workJ + " J, collectiveJ " + collectiveJ);
    }

    private void require(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }

    private double number(Map<String, Object> fields, String key, double min, double max) {
        if (!(fields.get(key) instanceof Double)) {
            faults.add(key + " is not a number: " + fields.get(key));
            return 0;
        }
        double value = (Double) fields.get(key);
        require(value >= min && value <= max, key + " = " + value + " is outside [" + min + ", " + max + "]");
        return value;
    }

    private String text(Map<String, Object> fields, String key) {
        if (fields.get(key) instanceof String) {
            return (String) fields.get(key);
        }
        faults.add(key + " is not a text: " + fields.get(key));
        return "-";
    }

    @SuppressWarnings("unchecked")
    private List<Object> list(Map<String, Object> fields, String key) {
        if (fields.get(key) instanceof List) {
            return (List<Object>) fields.get(key);
        }
        faults.add(key + " is not a list: " + fields.get(key));
        return List.of();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> object(Object value, String place) {
        if (value instanceof Map) {
            return (Map<String, Object>) value;
        }
        faults.add(place + " is not an object: " + value);
        return Map.of();
    }

    /** A strict reader of JSON: objects, lists, texts, numbers (no NaN), true, false, null; no key twice. */
    private static final class Json {
        private final String s;
        private int at;

        Json(String s) {
            this.s = s;
        }

        Object document() {
            Object value = value();
            if (peek() != 0) {
                throw fault("more after the end");
            }
            return value;
        }

        private Object value() {
            switch (peek()) {
                case '{':
                    return object();
                case '[':
                    return list();
                case '"':
                    return text();
                case 't':
                    return word("true", Boolean.TRUE);
                case 'f':
                    return word("false", Boolean.FALSE);
                case 'n':
                    return word("null", null);
                default:
                    return number();
            }
        }

        private Map<String, Object> object() {
            Map<String, Object> fields = new LinkedHashMap<>();
            expect('{');
            if (peek() != '}') {
                do {
                    peek();
                    String key = text();
                    expect(':');
                    if (fields.containsKey(key)) {
                        throw fault("key twice: " + key);
                    }
                    fields.put(key, value());
                } while (more());
            }
            expect('}');
            return fields;
        }

        private List<Object> list() {
            List<Object> values = new ArrayList<>();
            expect('[');
            if (peek() != ']') {
                do {
                    values.add(value());
                } while (more());
            }
            expect(']');
            return values;
        }

        private boolean more() {
            if (peek() != ',') {
                return false;
            }
            at++;
            return true;
        }

        private String text() {
            StringBuilder text = new StringBuilder();
            expect('"');
            while (at < s.length() && s.charAt(at) != '"') {
                char c = s.charAt(at++);
                if (c < ' ') {
                    throw fault("a control character in a text");
                }
                text.append(c == '\\' ? escaped() : c);
            }
            if (at++ >= s.length()) {
                throw fault("a text without an end");
            }
            return text.toString();
        }

        private char escaped() {
            char c = at < s.length() ? s.charAt(at++) : 0;
            if (c == 'u' && at + 4 <= s.length()) {
                at += 4;
                return (char) Integer.parseInt(s.substring(at - 4, at), 16);
            }
            int index = "\"\\/bfnrt".indexOf(c);
            if (index < 0) {
                throw fault("an unknown escape");
            }
            return "\"\\/\b\f\n\r\t".charAt(index);
        }

        private Double number() {
            int start = at;
            while (at < s.length() && "+-.eE0123456789".indexOf(s.charAt(at)) >= 0) {
                at++;
            }
            String number = s.substring(start, at);
            if (!number.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
                throw fault("not a JSON value");
            }
            return Double.valueOf(number);
        }

        private Object word(String word, Object value) {
            if (!s.startsWith(word, at)) {
                throw fault("not a JSON value");
            }
            at += word.length();
            return value;
        }

        private void expect(char c) {
            if (peek() != c) {
                throw fault("expected " + c);
            }
            at++;
        }

        /** Skips blanks; 0 at the end. */
        private char peek() {
            while (at < s.length() && " \t\r\n".indexOf(s.charAt(at)) >= 0) {
                at++;
            }
            return at < s.length() ? s.charAt(at) : 0;
        }

        private IllegalArgumentException fault(String fault) {
            return new IllegalArgumentException("character " + at + ": " + fault);
        }
    }
}
