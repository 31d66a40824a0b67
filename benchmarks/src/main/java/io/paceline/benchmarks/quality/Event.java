package io.paceline.benchmarks.quality;

import io.paceline.benchmarks.quality.instance.Instance;
import io.paceline.chase.Chase;
import io.paceline.rider.Rider;
import io.paceline.rider.Team;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What happens on the road. */
enum Event {
    /** The break is nearer than was thought. */
    NEARER {
        @Override
        Chase after(Instance instance) {
            return instance.changed(Instance.GAP_S + LESS_GAP_S, 0);
        }
    },
    /** The break is further. */
    FURTHER {
        @Override
        Chase after(Instance instance) {
            return instance.changed(Instance.GAP_S + MORE_GAP_S, 0);
        }
    },
    /** The wind gets up, for both groups. */
    WINDIER {
        @Override
        Chase after(Instance instance) {
            return instance.changed(Instance.GAP_S, MORE_WIND_M_PER_S);
        }
    },
    /** The first rider of the team is dropped. */
    DROPPED {
        @Override
        Chase after(Instance instance) {
            Chase chase = instance.chase();
            List<Rider> riders = chase.team().riders().subList(1, instance.riders());
            Set<String> protectedIds = new HashSet<>(chase.team().protectedIds());
            return chase.toBuilder().team(new Team(riders, protectedIds)).build();
        }
    };

    private static final double MORE_GAP_S = 5;
    private static final double LESS_GAP_S = -15;
    private static final double MORE_WIND_M_PER_S = 0.5;

    /** Such as {@code nearer}. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The chase of an instance after it. */
    abstract Chase after(Instance instance);
}
