package io.filon.message.check;

import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what belongs to one person: e-mails, telephones, account and identity numbers, names of customers.
///
/// A name of one word is not looked for: it would find words of every text.
public final class PersonalData {

    public enum Kind {
        EMAIL,
        PHONE,
        NUMBER,
        NAME
    }

    private static final Pattern EMAIL = Pattern.compile("[\\p{L}\\d._%+-]+@[\\p{L}\\d.-]+\\.\\p{L}{2,}");
    private static final Pattern PHONE = Pattern.compile("(?<![\\d.,])\\+?\\d(?:[ .()/-]{0,2}\\d){8,14}(?![\\d])");
    private static final Pattern NUMBER =
            Pattern.compile("\\b(?:\\d{8}-?[a-z]|[xyz]-?\\d{7}-?[a-z]|[a-z]{2}\\d{2}(?: ?[a-z0-9]{4}){3,7})\\b");
    private static final int SHORTEST_NAME = 7;

    private final Store store;

    public PersonalData(Store store) {
        this.store = store;
    }

    /// @param declared what the company itself wrote: its own telephone may stand there
    public Set<Kind> in(Plain text, String declared) {
        Set<Kind> found = new LinkedHashSet<>();
        if (EMAIL.matcher(text.plain()).results().anyMatch(match -> !declared.contains(match.group()))) {
            found.add(Kind.EMAIL);
        }
        Matcher phones = PHONE.matcher(text.plain());
        while (phones.find()) {
            if (!declared.contains(phones.group()) && !phones.group().matches("\\d{1,3}(?:[.,]\\d{3})+.*")) {
                found.add(Kind.PHONE);
            }
        }
        if (NUMBER.matcher(text.plain()).find()) {
            found.add(Kind.NUMBER);
        }
        if (holdsName(text)) {
            found.add(Kind.NAME);
        }
        return found;
    }

    /// The text without telephones, whose digits are no numbers that claim anything.
    static Plain withoutPhones(Plain text) {
        StringBuilder plain = new StringBuilder(text.plain());
        PHONE.matcher(text.plain()).results().forEach(match -> {
            for (int i = match.start(); i < match.end(); i++) {
                plain.setCharAt(i, ' ');
            }
        });
        return new Plain(text.text(), plain.toString());
    }

    // few names begin with a word of the text; only those are looked at whole
    private boolean holdsName(Plain text) {
        String words = " " + text.plain().replaceAll("[^a-z0-9]+", " ").strip() + " ";
        return store.number(Sql.of("""
                        select count(*) from customers
                        where name like '% %' and length(name) >= ?
                            and text_contains(?, ' ' || regexp_extract(lower(strip_accents(name)), '[a-z0-9]+') || ' ')
                            and text_contains(?, ' ' || trim(regexp_replace(lower(strip_accents(name)), '[^a-z0-9]+', ' ', 'g')) || ' ')
                        """, SHORTEST_NAME, words, words)) > 0;
    }
}
