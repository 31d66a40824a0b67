/**
 * The report for people: one HTML file that needs nothing else.
 *
 * <pre>
 *   Answer --&gt; ChaseKernel.traceChanges --&gt; RideRows --+--&gt; EnergySplit --+--&gt; ReportData --&gt; HtmlReport --&gt; one page
 *   Scenario --&gt; CourseView, Assumptions --------------+                  |
 *   Tornado --&gt; HangsOnView ---------------------------+                  |
 *   scenario.yaml, riders.csv --&gt; SourceText ----------------------------+
 *   io.paceline.app.web (template, style, scripts, uPlot) ----------------------------------^
 * </pre>
 *
 * <p>All numbers are computed here and in the kernel; the scripts of the page only draw them. The page forbids itself every request by
 * its Content-Security-Policy, and every text of a user is data or escaped.
 */
@NullMarked
package io.paceline.app.report.html;

import org.jspecify.annotations.NullMarked;
