/**
 * The pages in a real browser.
 *
 * <pre>
 *   PacelineCommand --&gt; report.html, plan.json --&gt; Chromium (Playwright) --&gt; what people see, compared with plan.json
 * </pre>
 */
package io.paceline.browser;
