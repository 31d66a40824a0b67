package io.paceline.app.report.cards;

/** The head of a page to print. It loads nothing and runs nothing. */
final class CardPage {
    private static final String STYLE = """
            body { font: 11pt/1.35 system-ui, sans-serif; margin: 1rem auto; max-width: 46rem; padding: 0 .6rem; color: #17202a; }
            h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.05rem; margin: 1rem 0 .2rem; }
            .soft { color: #55606b; margin: .2rem 0; } .answer { font-size: 1.15rem; font-weight: 600; margin: .3rem 0; }
            .alert { border: 2px solid #b3001e; padding: .3rem .5rem; font-weight: 600; }
            dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .35rem; margin: .6rem 0; }
            dl div { border: 1px solid #c4ccd4; padding: .25rem .5rem; } dt { font-size: .75rem; color: #55606b; }
            dd { margin: 0; font-weight: 600; } ul { margin: .2rem 0; padding-left: 1.2rem; }
            table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; font-size: .95em; line-height: 1.3; }
            th, td { text-align: right; padding: .1em .4em; border-bottom: 1px solid #c4ccd4; vertical-align: top; }
            th { width: 1%; min-width: 5.2em; vertical-align: bottom; } th.left, td.left { width: auto; text-align: left; }
            .pair { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 0 .8rem; break-inside: avoid; }
            .pair table { flex: 1 1 14rem; font-size: .82em; } .pair td { white-space: nowrap; } .pair td, .pair th { padding: .1em .25em; min-width: 0; }
            thead { display: table-header-group; } tr, li { break-inside: avoid; } h2 { break-after: avoid; }
            @media screen and (max-width: 34rem) { th { min-width: 0; } table { display: block; overflow-x: auto; } }
            @media print { body { margin: 0; max-width: none; padding: 0; font-size: 9pt; } h1 { font-size: 1.3rem; } h2 { margin-top: .6rem; } }
            """;

    private CardPage() {}

    /**
     * A page that is open at its body: close that, then the page.
     *
     * @param paper its {@code @page}, in CSS; what it leaves out the printer decides
     */
    static XmlText begin(String title, String paper) {
        return XmlText.page()
                .open("html", "lang", "en")
                .open("head")
                .empty("meta", "charset", "utf-8")
                .empty(
                        "meta",
                        "http-equiv",
                        "Content-Security-Policy",
                        "content",
                        "default-src 'none'; style-src 'unsafe-inline'")
                .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .element("title", title)
                .element("style", STYLE + "@page { " + paper + " }\n")
                .close()
                .open("body");
    }
}
