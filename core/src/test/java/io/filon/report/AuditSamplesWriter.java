package io.filon.report;

import io.filon.report.html.HtmlReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AuditSamplesWriter {
    @Test
    void writes() throws IOException {
        Path out = Files.createDirectories(Path.of("target/pages"));
        for (String tag : new String[] {"es-ES", "es-MX", "en"}) {
            write(out, tag, "shop", AuditSamples.fullShop());
            write(out, tag, "flat", AuditSamples.flatMargin());
            write(out, tag, "events", AuditSamples.eventsOnly());
            write(out, tag, "deals", AuditSamples.deals());
        }
    }

    private static void write(Path out, String tag, String name, Audit audit) throws IOException {
        Language language = Language.of(Locale.forLanguageTag(tag), audit.currency());
        Files.writeString(out.resolve(name + "-" + tag + ".html"), new HtmlReport(language).write(audit));
        Files.writeString(out.resolve(name + "-" + tag + ".json"), new JsonReport(language).write(audit));
    }
}
