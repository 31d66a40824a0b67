#!/bin/sh
# Builds the C peer, runs it on the tables of the Java kernel, compares results, and prints time and ratio.
#
#   benchmarks/native/run-peer.sh [java]     from the root of the project, after: mvn package -pl benchmarks -am
set -eu
here=$(cd "$(dirname "$0")" && pwd)
jar="$here/../target/benchmarks.jar"
java=${1:-java}
if ! command -v gcc >/dev/null 2>&1; then
    echo "run-peer: skipped, there is no gcc here. Install it to compare the kernel with C."
    exit 0
fi
if [ ! -f "$jar" ]; then
    echo "run-peer: there is no benchmarks.jar. Build it first: mvn package -pl benchmarks -am -DskipTests" >&2
    exit 2
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for variant in own libm; do
    define=$([ "$variant" = libm ] && echo "-DLIBM" || echo "")
    # gcc makes no vectors of a loop with comparisons that could trap; the results are the same
    # shellcheck disable=SC2086
    gcc -std=c11 -O3 -march=native -fno-trapping-math -Wall -Wextra -Werror $define -o "$work/peer_$variant" "$here"/*.c -lm
done
"$java" -cp "$jar" io.paceline.benchmarks.kernel.ExportTables "$work"
cd "$work"
cases="flat_conservative.txt flat_elite.txt stage18_conservative.txt stage18_elite.txt"
# before and after the Java runs, so that a machine that slows down is seen
# shellcheck disable=SC2086
./peer_own $cases > c_before
"$java" -jar "$jar" 'OnePlanBenchmark.kernel$|RealRoadBenchmark.evaluate$' -p riders=8 -p minutes=40 -p stretches=86 \
    -f 2 -wi 5 -w 400ms -i 5 -r 400ms -foe true -rf csv -rff java.csv > jmh.log 2>&1 || { cat jmh.log >&2; exit 1; }
# shellcheck disable=SC2086
./peer_own $cases > c_after
# shellcheck disable=SC2086
./peer_libm $cases > c_libm
"$java" -version 2>&1 | head -1
echo "results of C and Java agree within 1e-12; times of one plan in ns"
printf '%-22s %9s %9s %9s %9s %9s %11s %11s\n' case java-p50 java-min c-p50 c-min c-libm-min ratio-p50 ratio-min
for case in $cases; do
    awk -F, -v name="${case%.txt}" '
        function unquoted(x) { gsub(/"/, "", x); return x }
        FILENAME == "java.csv" {
            b = unquoted($1)
            road = index(name, "stage18") ? "RealRoad" : "OnePlan"
            model = index(name, "elite") ? "ELITE" : "CONSERVATIVE"
            if (index(b, road) && index($0, model)) {
                if (b ~ /p0\.50$/) median = $5
                if (b ~ /p0\.00$/) least = $5
            }
            next
        }
        {
            split($0, c, " ")
            if (c[1] != name ".txt") next
            if (FILENAME == "c_libm") { libm = c[3]; next }
            if (!cp || c[2] < cp) cp = c[2]
            if (!cm || c[3] < cm) cm = c[3]
        }
        END { printf "%-22s %9.0f %9.0f %9.0f %9.0f %9.0f %11.2f %11.2f\n", name, median, least, cp, cm, libm, median / cp, least / cm }
    ' java.csv c_before c_after c_libm
done
