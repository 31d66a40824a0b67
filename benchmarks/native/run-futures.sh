#!/bin/sh
# One plan under 1,024 futures: builds the peer in C, runs it and the Java kernel on the same tables in turn, prints times and ratio.
#
#   benchmarks/native/run-futures.sh [java]     from the root of the project, after: mvn package -pl benchmarks -am
set -eu
here=$(cd "$(dirname "$0")" && pwd)
jar="$here/../target/benchmarks.jar"
java=${1:-java}
if ! command -v gcc >/dev/null 2>&1; then
    echo "run-futures: skipped, there is no gcc here. Install it to compare the lanes with C."
    exit 0
fi
if [ ! -f "$jar" ]; then
    echo "run-futures: there is no benchmarks.jar. Build it first: mvn package -pl benchmarks -am -DskipTests" >&2
    exit 2
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for vectors in 1 2; do
    gcc -std=gnu11 -O3 -march=native -mprefer-vector-width=512 -Wall -Wextra -Werror -DVECTORS=$vectors \
        -o "$work/futures$vectors" "$here/futures/futures.c" -lm
done
in_c() {
    for vectors in 1 2; do
        "$work/futures$vectors" "$work/tables" 60
    done | tee -a "$work/c"
}
"$java" --add-modules jdk.incubator.vector -cp "$jar" io.paceline.kernel.ExportFutures "$work/tables" 2>/dev/null
"$java" -version 2>&1 | head -1
# before and after the Java runs, so that a machine that slows down is seen
in_c
"$java" -jar "$jar" 'kernel.FuturesBenchmark.lanes' -p futures=1024 -f 2 -wi 5 -w 1s -i 5 -r 1s -foe true -rf csv \
    -rff "$work/java.csv" >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
in_c
awk -F, '
    { gsub(/["\r]/, "") }
    FILENAME ~ /c$/ { split($0, w, " "); if (!c[w[2]] || w[7] + 0 < c[w[2]]) c[w[2]] = w[7] + 0; next }
    $1 ~ /lanes$/ { mean[$NF] = $5; error[$NF] = $6 }
    $1 ~ /p0\.00$/ { least[$NF] = $5 }
    $1 ~ /p0\.50$/ { median[$NF] = $5 }
    END {
        ns = 1000 / (8 * 60 * 1024)
        for (k in least) {
            printf "Java %s: least %.3f, median %.3f, mean %.3f ± %.3f ns; least over that of C, 1 and 2 in a loop: %.2f, %.2f\n", k,
                least[k] * ns, median[k] * ns, mean[k] * ns, error[k] * ns, least[k] * ns / c[1], least[k] * ns / c[2]
        }
        printf "vector against scalar: %.2f times faster at the least, %.2f at the median\n", least["scalar"] / least["vector"],
            median["scalar"] / median["vector"]
    }' "$work/c" "$work/java.csv"
