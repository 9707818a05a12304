package io.filon.report.change;

import io.filon.text.Phrase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is otherwise than in an earlier audit. Movement is not by itself an effect of what was done: the best of one
/// period are on average less good in the next, and the worst less bad.
///
/// @param since        the day of the earlier audit
/// @param origin       `workspace` or `json`: where the earlier audit was kept
/// @param revenueBefore,revenueNow sales of the whole history, then and now
/// @param netBefore,netNow contribution after acquisition of the whole history, then and now
/// @param groups       every group of the audit
/// @param findings     what was said then and is said now
/// @param why          what cannot be compared, or null
public record Change(
        LocalDate since,
        String origin,
        long buyersBefore,
        long buyersNow,
        BigDecimal revenueBefore,
        BigDecimal revenueNow,
        BigDecimal netBefore,
        BigDecimal netNow,
        List<GroupChange> groups,
        List<FindingChange> findings,
        @Nullable Phrase why) {

    public Change {
        groups = List.copyOf(groups);
        findings = List.copyOf(findings);
    }

    /// @param group        `star_customers`, `loss_makers` or a stage
    /// @param entered,left customers; null when the earlier audit does not say who was in it
    /// @param moneyBefore,moneyNow of the group: net in the star window, net of the whole history, or net of each
    ///     customer's last active year, as the audit shows it
    /// @param moneyEntered of who entered, now
    /// @param moneyLeft    of who left, then
    public record GroupChange(
            String group,
            long before,
            long now,
            @Nullable Long entered,
            @Nullable Long left,
            BigDecimal moneyBefore,
            BigDecimal moneyNow,
            @Nullable BigDecimal moneyEntered,
            @Nullable BigDecimal moneyLeft) {}

    /// @param code    of the finding
    /// @param verdict `held` (said then and still true), `died` (said then and no longer), `new`
    /// @param moneyBefore,moneyNow at stake; null when it was not said
    public record FindingChange(
            String code,
            String verdict,
            @Nullable BigDecimal moneyBefore,
            @Nullable BigDecimal moneyNow,
            Phrase sentence) {}

    /// Whether it is known who entered and who left.
    public boolean namesPeople() {
        return groups.stream().anyMatch(group -> group.entered() != null);
    }

    public long count(String verdict) {
        return findings.stream()
                .filter(finding -> finding.verdict().equals(verdict))
                .count();
    }
}
