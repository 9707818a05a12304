package io.filon.cli;

import io.filon.cli.open.JsonOutput;
import io.filon.report.Audit;
import io.filon.report.ChangedGroups;
import io.filon.report.GroupRows;
import io.filon.report.Language;
import io.filon.report.Lists;
import io.filon.report.StoredGroups;
import io.filon.report.html.Evidence;
import io.filon.report.html.HtmlReport;
import io.filon.report.terminal.TerminalReport;
import io.filon.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/// Where an audit's result goes: `--json`, `--html`, `--lists`, and the terminal.
final class AuditOutputs {

    @Mixin
    JsonOutput json = new JsonOutput();

    @Option(names = "--html", paramLabel = "FILE", descriptionKey = "filon.audit.html")
    @Nullable
    Path html;

    @Option(names = "--lists", paramLabel = "DIR", descriptionKey = "filon.audit.lists")
    @Nullable
    Path lists;

    /// Writes what was asked for.
    ///
    /// @return the files and folders written
    List<Path> write(CommandSpec spec, Audit audit, Store store, Language language) {
        if (lists != null) {
            List<GroupRows> groups = new ArrayList<>(List.of(new StoredGroups(store)));
            if (audit.change() != null && audit.change().namesPeople()) {
                groups.add(new ChangedGroups(store));
            }
            new Lists(language).write(lists, groups.toArray(GroupRows[]::new));
        }
        List<Path> written = new ArrayList<>(json.write(spec, language, audit));
        if (html != null) {
            Output.write(html, new HtmlReport(language).write(audit, Evidence.of(store, language)));
            written.add(html);
        }
        if (lists != null) {
            written.add(lists);
        }
        return written;
    }

    static String summary(Audit audit, Language language, boolean colour) {
        return new TerminalReport(language, colour).write(audit, List.of());
    }
}
