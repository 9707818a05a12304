package io.filon.report.icp;

import io.filon.icp.IcpAudit;
import io.filon.icp.operating.Operating;
import io.filon.icp.propose.Draft;
import io.filon.icp.version.Versions;
import io.filon.report.Language;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.workspace.Persona;
import io.filon.workspace.Settings;
import io.filon.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What `filon icp propose` wrote: the operating ICPs, each a version, and drafts of personas.
///
/// @param icp   the audit they come from
/// @param files written now, or standing as they were
/// @param lines one for each, in words
public record IcpProposal(Icp icp, List<String> files, List<String> lines) {

    public IcpProposal {
        files = List.copyOf(files);
        lines = List.copyOf(lines);
    }

    public static IcpProposal write(
            Store store, Workspace workspace, Settings settings, List<Persona> personas, Language language) {
        IcpAudit.Result result = new IcpAudit(store, settings, personas).run();
        Icp icp = new IcpTables(store, settings, language).of(result);
        LocalDate asOf =
                LocalDate.parse(store.text(Sql.of("select as_of from run")).orElseThrow());
        Versions versions = new Versions(workspace);
        List<String> files = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        Map.of("attract", result.attract(), "grow", result.grow()).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> keep(each.getKey(), each.getValue(), versions, asOf, icp, language, files, lines));
        int number = 0;
        for (Draft draft : result.drafts()) {
            number++;
            Path file = workspace.icpFolder().resolve("drafts").resolve("persona-%d.yaml".formatted(number));
            write(file, draft.yaml());
            files.add(file.toString());
            lines.add(language.say("icp.propose.draft", file.toString()));
        }
        return new IcpProposal(icp, files, lines);
    }

    private static void keep(
            String use,
            Operating operating,
            Versions versions,
            LocalDate asOf,
            Icp icp,
            Language language,
            List<String> files,
            List<String> lines) {
        if (operating.groups().isEmpty()) {
            lines.add(language.say((use.equals("grow") ? icp.grow() : icp.attract()).summary()));
            return;
        }
        Versions.Kept kept = versions.keep(use, operating, asOf, icp.reviewOn());
        String name = use + "-" + kept.version().number();
        files.add(kept.file().toString());
        lines.add(
                kept.fresh()
                        ? language.say("icp.propose.written", name, kept.file().toString())
                        : language.say("icp.propose.unchanged", name));
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    public String text() {
        return String.join("\n", lines) + "\n";
    }
}
