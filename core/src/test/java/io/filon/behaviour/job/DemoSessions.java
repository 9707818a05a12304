package io.filon.behaviour.job;

import io.filon.behaviour.session.Sessions;
import io.filon.behaviour.session.Vocabulary;
import io.filon.intake.AsOf;
import io.filon.intake.Import;
import io.filon.intake.Options;
import io.filon.intake.file.RawFiles;
import io.filon.intake.file.Reading;
import io.filon.intake.infer.Corrections;
import io.filon.intake.infer.Understanding;
import io.filon.intake.load.Keeping;
import io.filon.intake.plan.Plan;
import io.filon.progress.Progress;
import io.filon.store.DuckStore;
import io.filon.store.Sql;
import io.filon.workspace.Settings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/// The sessions of a made-up shop, from its files as a command reads them.
final class DemoSessions {

    private DemoSessions() {}

    static void read(DuckStore store, Path exports, Path scratch) {
        List<Path> files = Stream.of("clientes.csv", "pedidos.csv", "productos.csv", "eventos.jsonl")
                .map(exports::resolve)
                .toList();
        scratch.toFile().mkdirs();
        Reading reading = RawFiles.readAll(store, files, scratch, Progress.NONE);
        Plan plan =
                Understanding.plan(store, reading.tables(), Corrections.of(List.of()), Understanding.Knowledge.load());
        new Import(store, reading.lines()::linesOf, Keeping.FOR_THE_AUDIT)
                .run(
                        plan,
                        reading.duplicates(),
                        new Options(
                                new AsOf.LastOrder(), ZoneId.of("UTC"), Settings.Purchase.CREATED, Instant.EPOCH, 365),
                        Progress.NONE);
        store.run(Sql.of("create table units (customer_id varchar, unit_id varchar)"));
        new Sessions(Vocabulary.known(), 30).run(store);
    }
}
