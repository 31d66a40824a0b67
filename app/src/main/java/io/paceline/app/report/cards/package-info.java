/**
 * What people carry: cards to print, workouts to rehearse the rotation, and a course with cues.
 *
 * <pre>
 *   Answer --&gt; RiderRide --+--&gt; RiderCard, TeamCard (HTML) --+
 *                          +--&gt; Rehearsal --&gt; ZwiftWorkout, TcxWorkout --+--&gt; Cards --&gt; OutputFolder
 *   Scenario, its track ---&gt; CourseCues (GPX) ---------------+
 * </pre>
 *
 * <p>XML and HTML are written by the JDK's writer ({@code XmlText}), so that names are only ever texts. No physics.
 */
@NullMarked
package io.paceline.app.report.cards;

import org.jspecify.annotations.NullMarked;
