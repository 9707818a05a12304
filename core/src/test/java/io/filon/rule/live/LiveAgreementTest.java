package io.filon.rule.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LiveAgreementTest {

    @Test
    void live_answers_are_those_of_the_reference_and_last_as_long_as_they_say() {
        check(20_000, 0);
    }

    @Test
    @Tag("study")
    void a_million_live_answers_are_those_of_the_reference() {
        check(Long.getLong("agreement.cases", 1_000_000), 1_000_000);
    }

    private static void check(long cases, long firstSeed) {
        long done = 0;
        long byTime = 0;
        for (long seed = firstSeed; done < cases; seed++) {
            LiveAgreement agreement = new LiveAgreement(seed).run();
            done += agreement.cases;
            byTime += agreement.byTime;
        }
        assertThat(byTime).isGreaterThan(cases / 500);
    }
}
