package io.filon.report.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.filon.report.Audit;
import io.filon.report.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// The audit as one page a director can open, send and print.
///
/// The page holds everything it needs and loads nothing from elsewhere; without JavaScript its charts are tables. What
/// comes from the company's files is escaped, so a customer's name cannot become part of the page's code.
public final class HtmlReport {

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, HtmlReport.class.getClassLoader(), "io.filon.report.pages");
    private final Language language;

    public HtmlReport(Language language) {
        this.language = language;
    }

    /// The page without the selects and rows behind its figures.
    ///
    /// @return the whole document
    public String write(Audit audit) {
        return write(audit, Evidence.none());
    }

    /// @return the whole document
    public String write(Audit audit, Evidence evidence) {
        Page page = new Page(
                audit,
                language,
                evidence,
                resource("report.css"),
                withoutClosingTag(resource("echarts.common.min.js")),
                resource("report.js"),
                ChartData.of(audit, language).json());
        StringOutput output = new StringOutput(1 << 20);
        templates.render("page.jte", page, output);
        return output.toString();
    }

    // Inside a script element the text `</script` would end it; in JavaScript `<\/script` means the same.
    private static String withoutClosingTag(String script) {
        return script.replace("</script", "<\\/script");
    }

    private static String resource(String name) {
        String path = "/io/filon/report/static/" + name;
        try (InputStream bytes = Objects.requireNonNull(HtmlReport.class.getResourceAsStream(path), path)) {
            return new String(bytes.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
