package io.paceline.app.serve;

/** How far the work on a question is. */
enum Stage {
    /** Better plans may follow. */
    SEARCHING,

    /** The plan stays; what is known about it may grow. */
    SEARCHED,

    /** Nothing more follows. */
    SETTLED
}
