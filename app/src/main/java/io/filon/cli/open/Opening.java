package io.filon.cli.open;

import io.filon.Loop;
import io.filon.cli.Failures;
import io.filon.cli.Interruption;
import io.filon.cli.Screen;
import io.filon.cli.WorkspaceOptions;
import io.filon.intake.file.RawFiles;
import io.filon.intake.infer.Understanding;
import io.filon.intake.plan.Plan;
import io.filon.report.Language;
import io.filon.text.Messages;
import io.filon.workspace.Run;
import io.filon.workspace.Settings;
import io.filon.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;

/// How a run on a company's files begins and ends, whatever is asked of them: a workspace, the reader's language, the
/// person at the terminal, files understood and agreed to; all of it is closed at the end.
///
/// @param plan what the files were understood to be
public record Opening(Workspace workspace, Settings settings, Messages messages, Screen screen, Loop loop, Plan plan) {

    /// @param workspace closed at the end
    /// @param files     to read; none for what the workspace keeps
    /// @param work      what is done once they are understood
    /// @return the program's exit code
    public static int run(
            CommandSpec spec,
            WorkspaceOptions options,
            Workspace workspace,
            List<Path> files,
            List<String> corrections,
            Consumer<Opening> work) {
        CompletableFuture<Understanding.Knowledge> known = Loop.knowing(files); // while the engine starts
        try (workspace) {
            Settings settings = workspace.settings();
            Messages messages = Messages.of(options.language(workspace, settings));
            Screen screen = new Screen(spec.commandLine().getErr(), messages, options);
            try (Run run = Run.begin(workspace, options.limits(settings), RawFiles.bytes(files));
                    Interruption _ = new Interruption(run::cancel)) {
                Loop loop = new Loop(run, workspace, settings, screen.progress());
                Plan plan = loop.understand(files, corrections, known);
                if (!screen.agrees(plan)) {
                    return Failures.USERS_INPUT;
                }
                work.accept(new Opening(workspace, settings, messages, screen, loop, plan));
                return 0;
            }
        }
    }

    /// Once files are imported, for money is theirs, and before [#keep()], which closes the store.
    public Language language() {
        return Language.of(messages.locale(), loop.currency());
    }

    /// Keeps what was made, where the workspace stays; nothing can be read from it after.
    public void keep() {
        if (!workspace.temporary()) {
            loop.commit();
        }
    }
}
