package io.filon.message.evidence;

import io.filon.text.Phrase;
import org.jspecify.annotations.Nullable;

/// One thing known that a sentence of a text may rest on.
///
/// @param id      as sentences cite it: `saving_share`, `job`, `fact.recibo`, `capability.taller`
/// @param about   what it is about, in the words of the files or ours: a category, a job, a capability's key; empty
/// @param figure  its number; null when it has none
/// @param customers it was counted over; 0 for what is declared
/// @param source  table or file it comes from
/// @param says    the same for who checks it
public record Evidence(
        String id,
        Role role,
        String about,
        @Nullable Figure figure,
        long customers,
        Origin origin,
        String source,
        Phrase says) {

    /// Which part of a proposition it supports.
    public enum Role {
        RELEVANCE,
        VALUE,
        DIFFERENCE,
        OFFER,
        /// When and through what to speak; said to who sends, not to who reads.
        REACH
    }

    public enum Origin {
        MEASURED,
        DECLARED
    }

    public static Evidence measured(
            String id, Role role, String about, @Nullable Figure figure, long customers, String table, Phrase says) {
        return new Evidence(id, role, about, figure, customers, Origin.MEASURED, table, says);
    }

    public static Evidence declared(
            String id, Role role, String about, @Nullable Figure figure, String file, Phrase says) {
        return new Evidence(id, role, about, figure, 0, Origin.DECLARED, file, says);
    }
}
