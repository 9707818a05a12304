package io.filon.report;

import io.filon.text.Phrase;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The members of the groups an audit shows, one at a time, so that a list of a million customers needs no memory.
public interface GroupRows {

    /// Whether the company may write to somebody by e-mail.
    enum Contactable {
        YES,
        NO,
        NOT_STATED;

        static Contactable of(@Nullable Object granted) {
            if (granted == null) {
                return NOT_STATED;
            }
            return granted.equals(true) ? YES : NO;
        }
    }

    /// One customer of a group.
    ///
    /// @param reason why the customer is in it
    /// @param value  the money the group is about
    /// @param predicted what the customer is expected to leave in the next 12 months; null when it cannot be told
    record Row(
            String customerId,
            @Nullable String email,
            Contactable contactable,
            Phrase reason,
            BigDecimal value,
            @Nullable BigDecimal predicted) {}

    /// Names of the groups, each of which becomes a list of that name.
    List<String> groups();

    /// Whether a list of that name comes from here, be it only in another run.
    boolean makes(String list);

    /// Hands over every member of a group, the most money first.
    void each(String group, Consumer<Row> reader);
}
