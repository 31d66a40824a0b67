package io.paceline.app.report.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.paceline.app.report.Answer;
import io.paceline.app.report.Bound;
import io.paceline.app.report.SectorRide;
import io.paceline.app.report.Warning;
import io.paceline.app.scenario.Goal;
import io.paceline.kernel.ChaseKernel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page draws.
 *
 * @param name of the scenario
 * @param chasing whether there is a break to catch; else the ride is for time
 * @param feasible whether the plan catches
 * @param explanation sentences, the answer first
 * @param warnings sentences on where the model does not hold for the plan
 * @param proofs sentences on how far from the best the plan can be
 * @param search how it was found; empty for a given plan
 * @param goal start, launch and catch, km to go
 * @param launchS after the start point, s
 * @param timeS at the catch point, s after the start point
 * @param collectiveJ work of all riders, J
 * @param metabolicJ energy of their food, J
 * @param riders front of the line first
 * @param ride moment by moment
 * @param energy by rider
 * @param course from the start point to the finish
 * @param sectors from the launch to the catch
 * @param hangsOn what the answer hangs on; none where nobody asked
 * @param assumptions what the numbers rest on
 * @param sources files behind the answer
 */
record ReportData(
        String name,
        boolean chasing,
        boolean feasible,
        List<String> explanation,
        List<String> warnings,
        List<String> proofs,
        String search,
        Goal goal,
        double launchS,
        double timeS,
        double collectiveJ,
        double metabolicJ,
        List<RiderView> riders,
        RideRows ride,
        List<EnergySplit> energy,
        CourseView course,
        List<SectorRide> sectors,
        @Nullable HangsOnView hangsOn,
        List<Assumption> assumptions,
        List<SourceText> sources) {

    /** One for all: it learns once how each of the records is written. */
    private static final ObjectMapper JSON = new ObjectMapper();

    static ReportData of(Answer answer, List<SourceText> sources) {
        ChaseKernel kernel = ChaseKernel.compile(answer.scenario().chase());
        return new ReportData(
                answer.scenario().name(),
                !answer.scenario().chase().goal().fastest(),
                answer.outcome().feasible(),
                answer.explanation(),
                Warning.of(answer.scenario().chase(), answer.outcome()).stream()
                        .map(Warning::sentence)
                        .toList(),
                answer.bounds().stream().map(Bound::sentence).toList(),
                answer.search()
                        .map(s -> String.format(
                                java.util.Locale.ROOT,
                                "Searched %.1f s, %,d plans, seed %d.",
                                s.wallS(),
                                s.evaluations(),
                                s.seed()))
                        .orElse(""),
                answer.scenario().goal(),
                kernel.approachS(),
                answer.outcome().timeS(),
                answer.outcome().collectiveJ(),
                answer.outcome().metabolicJ(),
                RiderView.of(answer),
                RideRows.of(kernel, answer.plan(), answer.scenario().goal().startKm()),
                EnergySplit.of(kernel, answer.plan()),
                CourseView.of(answer.scenario()),
                answer.sectors(),
                answer.hangsOn().map(HangsOnView::of).orElse(null),
                Assumption.of(answer.scenario(), sources),
                sources);
    }

    /** As JSON, for the scripts of the page. */
    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers and texts can always be written", e);
        }
    }
}
