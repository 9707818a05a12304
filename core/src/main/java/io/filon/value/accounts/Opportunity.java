package io.filon.value.accounts;

import io.filon.stats.incidence.CumulativeIncidence;
import java.time.LocalDate;

/// @param cohort       first day of the month, or quarter, it began in
/// @param openedOn     the day it began
/// @param ended        `won`, `lost` or `open`
/// @param followedDays from its beginning to its end, or to the run's date
record Opportunity(LocalDate cohort, LocalDate openedOn, String ended, int followedDays) {

    boolean won() {
        return ended.equals("won");
    }

    boolean lost() {
        return ended.equals("lost");
    }

    CumulativeIncidence.Case asCase() {
        return new CumulativeIncidence.Case(followedDays, won() ? 1 : lost() ? 2 : 0);
    }
}
