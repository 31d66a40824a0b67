/**
 * The drafting kernel and the model it compiles: riders, road, drag, power, plans, the chase and what a plan costs. Needs the JDK alone.
 */
module io.paceline.core {
    exports io.paceline.chase;
    exports io.paceline.drafting;
    exports io.paceline.kernel;
    exports io.paceline.plan;
    exports io.paceline.power;
    exports io.paceline.rider;
    exports io.paceline.road;
    exports io.paceline.stakes;
}
