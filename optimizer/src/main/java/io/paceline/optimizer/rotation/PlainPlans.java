package io.paceline.optimizer.rotation;

import io.paceline.chase.Chase;
import io.paceline.plan.Pull;
import io.paceline.plan.RotationPlan;
import io.paceline.rider.Rider;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Plans that need no search: what a team would ride without one, to measure a search against. */
public final class PlainPlans {
    private PlainPlans() {}

    /**
     * Everybody who is not protected pulls equally long, in team order, at one effort everywhere; the protected sit on.
     *
     * @param pullS of each rider, s; 10 to 3 600
     * @throws IllegalArgumentException if the pull is outside its range
     */
    public static RotationPlan equalPulls(Chase chase, double pullS) {
        List<Pull> pulls = new ArrayList<>();
        List<String> sitsOn = new ArrayList<>();
        for (Rider rider : chase.team().riders()) {
            if (chase.team().protectedIds().contains(rider.id())) {
                sitsOn.add(rider.id());
            } else {
                pulls.add(new Pull(rider.id(), pullS));
            }
        }
        return new RotationPlan(pulls, sitsOn, Collections.nCopies(chase.road().sectorCount(), 1.0));
    }
}
