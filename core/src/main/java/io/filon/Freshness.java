package io.filon;

import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.value.rules.RuleTables;
import io.filon.workspace.Persona;
import io.filon.workspace.Settings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/// Whether what *value* made still follows from the files and settings there are: `valued`, one row with a stamp of
/// both.
final class Freshness {

    private final Store store;
    private final Settings settings;
    private final List<Persona> personas;

    Freshness(Store store, Settings settings, List<Persona> personas) {
        this.store = store;
        this.settings = settings;
        this.personas = personas;
    }

    boolean holds() {
        List<String> tables = store.tables();
        return tables.contains("valued")
                && tables.contains("customer_facts")
                && store.text(Sql.of("select stamp from valued"))
                        .filter(stamp()::equals)
                        .isPresent();
    }

    /// The day of what is there.
    LocalDate asOf() {
        return LocalDate.parse(store.text(Sql.of("select as_of from run")).orElseThrow());
    }

    void valued() {
        store.run(Sql.of(
                "create or replace table valued as select cast(? as varchar) as stamp, false as foretold", stamp()));
    }

    void foretold() {
        store.run(Sql.of("update valued set foretold = true"));
    }

    /// Whether what rules are read from was made from the same, and by the same scripts.
    boolean ruled() {
        return holds()
                && store.tables().contains("rules_made")
                && store.text(Sql.of("select stamp from rules_made"))
                        .filter(ruleStamp()::equals)
                        .isPresent();
    }

    void rulesMade() {
        store.run(Sql.of("create or replace table rules_made as select cast(? as varchar) as stamp", ruleStamp()));
    }

    private String ruleStamp() {
        return hash(stamp() + RuleTables.text());
    }

    boolean isForetold() {
        return store.number(Sql.of("select count(*) from valued where foretold")) > 0;
    }

    private String stamp() {
        String files = store.text(
                        Sql.of(
                                "select string_agg(source_id || content_hash || cast(read_at as varchar), ';' order by source_id) from sources"))
                .orElse("");
        // a map says its entries in another order in every process
        String said = settings.toString()
                .replace(settings.priceIndex().toString(), new TreeMap<>(settings.priceIndex()).toString());
        return hash(String.join("|", files, asOf().toString(), said, personas.toString()));
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
