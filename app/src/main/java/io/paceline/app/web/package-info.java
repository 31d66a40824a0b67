/**
 * What the browser gets: pages, styles and scripts of ours, and the pinned chart library of a webjar.
 *
 * <pre>
 *   web/*.html, *.css, *.js (resources) --+--&gt; WebResources --&gt; io.paceline.app.report.html
 *   uPlot (webjar) -----------------------+
 * </pre>
 *
 * <p>The scripts are plain ones that share the object {@code Paceline}: {@code dom.js} (elements, tables, units), {@code moment.js} (the
 * moment that all charts show), {@code plots.js} (a chart on uPlot), {@code charts.js} (the charts), {@code keys.js} (what their colours mean), then the script of the page. They
 * never set HTML, only text. Knows nothing of the rest; {@code ArchitectureTest} checks it.
 */
@NullMarked
package io.paceline.app.web;

import org.jspecify.annotations.NullMarked;
