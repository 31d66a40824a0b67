package io.paceline.chase;

/** What was seen of a break, and therefore stays when something else about the chase turns out different. */
public enum BreakSeen {
    /** Its speed: in thicker air it must have had more power. */
    SPEED,
    /** Its power: in thicker air it is slower. */
    POWER
}
