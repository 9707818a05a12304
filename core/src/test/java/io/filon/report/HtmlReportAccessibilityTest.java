package io.filon.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.filon.demo.DemoAudit;
import io.filon.report.html.Evidence;
import io.filon.report.html.HtmlReport;
import io.filon.testing.Chromium;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The demo's page against the rules of WCAG 2.2 AA, by axe-core in a real browser: light and dark, wide and narrow,
/// with every detail opened. Rows of a table are written alike, so two of each are looked at.
@Tag("slow")
@TestInstance(Lifecycle.PER_CLASS)
class HtmlReportAccessibilityTest {

    /// Puts what axe found where the browser's dump shows it.
    private static final String CHECK = """
            <script>%s</script>
            <script>
            document.querySelectorAll('details').forEach(function (part) { part.open = true; });
            document.querySelectorAll('tbody tr:nth-child(n+3)').forEach(function (row) { row.remove(); });
            axe.run(document, {
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
                resultTypes: ['violations'] })
              .then(function (result) {
                var found = document.createElement('pre');
                found.id = 'axe';
                found.textContent = 'checked ' + result.passes.length + '\\n' + result.violations
                  .filter(function (rule) { return rule.impact === 'serious' || rule.impact === 'critical'; })
                  .map(function (rule) { return rule.id + ': ' + rule.help + ' at ' + rule.nodes[0].target; })
                  .join('\\n');
                document.body.appendChild(found);
              });
            </script>
            </body>""";

    private String page = "";

    @BeforeAll
    void write(@TempDir Path folder) throws IOException {
        try (DemoAudit demo = DemoAudit.of(folder, 3, 1_500)) {
            Language language = Language.of(DemoAudit.SPANISH, demo.audit().currency());
            page = new HtmlReport(language).write(demo.audit(), Evidence.of(demo.store(), language));
        }
    }

    @ParameterizedTest
    @CsvSource({"false, 1280", "true, 360"})
    void finds_nothing_serious(boolean dark, int width, @TempDir Path folder) throws Exception {
        String shown = dark ? page.replace("@media screen and (prefers-color-scheme: dark)", "@media screen") : page;

        assertThat(found(shown, width, folder)).matches("checked [1-9]\\d+");
    }

    /// The checker is checked: a picture without words and pale text must be reported, on any page.
    @Test
    void reports_what_is_wrong_on_a_broken_page(@TempDir Path folder) throws Exception {
        String broken = "<html lang=\"es\"><head><title>Broken</title></head><body>"
                + "<img src=\"data:image/gif;base64,R0lGODlhAQABAAAAACw=\">"
                + "<p style=\"color:#ddd;background:#fff\">pale</p></body></html>";

        assertThat(found(broken, 1280, folder)).contains("image-alt:", "color-contrast:");
    }

    /// How many rules passed, and below it what axe calls serious or critical.
    private static String found(String shown, int width, Path folder) throws Exception {
        String dom = new Chromium(folder).opened(shown.replace("</body>", CHECK.formatted(axe())), width);
        Matcher found = Pattern.compile("(?s)<pre id=\"axe\">(.*?)</pre>").matcher(dom);
        assertThat(found.find()).as("axe ran").isTrue();
        return found.group(1).strip();
    }

    private static String axe() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                HtmlReportAccessibilityTest.class.getResourceAsStream("/axe.min.js"), "axe.min.js")) {
            return new String(in.readAllBytes(), UTF_8).replace("</script", "<\\/script");
        }
    }
}
