package io.filon.report;

import io.filon.report.icp.IcpText;
import io.filon.testing.Golden;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IcpTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"es-ES", "en-GB"})
    void says_the_imagined_customer_beside_the_real_one(String locale) {
        String text = new IcpText(Language.of(Locale.forLanguageTag(locale), "EUR")).write(IcpSample.icp());

        Golden.assertMatches(
                Path.of("src/test/resources/io/filon/report/golden/icp_%s.txt".formatted(locale.substring(0, 2))),
                text);
    }
}
