package io.filon.cli;

import io.filon.problem.FilonException;
import io.filon.store.DuckStore;
import io.filon.workspace.Settings;
import io.filon.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of every command that works on a workspace.
public final class WorkspaceOptions {

    @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "option.workspace")
    @Nullable
    Path folder;

    @Option(names = "--lang", paramLabel = "LOCALE", descriptionKey = "option.lang")
    @Nullable
    String language;

    @Option(names = "--memory", paramLabel = "SIZE", descriptionKey = "option.memory")
    @Nullable
    String memory;

    @Option(names = "--threads", paramLabel = "N", descriptionKey = "option.threads")
    @Nullable
    Integer threads;

    @Option(names = "--yes", descriptionKey = "option.yes")
    public boolean yes;

    @Option(names = "--quiet", descriptionKey = "option.quiet")
    public boolean quiet;

    /// `--workspace`, else the folder around us that is one, else one that goes away at the end.
    public Workspace workspace() {
        if (folder != null) {
            return Workspace.at(folder);
        }
        return Workspace.around(Path.of("")).orElseGet(Workspace::passing);
    }

    /// As [#workspace()], for commands that make no sense without one that stays.
    public Workspace lastingWorkspace() {
        Workspace workspace = workspace();
        if (workspace.temporary()) {
            workspace.close();
            throw new FilonException("workspace.none");
        }
        return workspace;
    }

    /// `--lang`, else the workspace's when it says one, else the reader's.
    public Locale language(Workspace workspace, Settings settings) {
        if (language == null && Files.exists(workspace.settingsFile())) {
            return SpokenLanguage.parse(settings.language());
        }
        return SpokenLanguage.of(language);
    }

    public DuckStore.Limits limits(Settings settings) {
        return new DuckStore.Limits(
                memory == null ? settings.engine().memory() : memory,
                threads == null ? settings.engine().threads() : threads);
    }
}
