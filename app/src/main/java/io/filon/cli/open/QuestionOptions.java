package io.filon.cli.open;

import io.filon.cli.WorkspaceOptions;
import io.filon.report.Language;
import io.filon.workspace.Workspace;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/// The options of commands whose arguments are a question and whose files follow `--files`, and the way all of them go:
/// customers in, one answer out.
public abstract class QuestionOptions {

    @Option(names = "--files", paramLabel = "FILES", arity = "1..*", descriptionKey = "filon.segment.files")
    List<Path> files = new ArrayList<>();

    @Option(names = "--map", paramLabel = "FILE:COLUMN=ROLE", descriptionKey = "filon.audit.map")
    List<String> corrections = new ArrayList<>();

    @Mixin
    AsOf asOf = new AsOf();

    @Mixin
    JsonOutput json = new JsonOutput();

    @Mixin
    WorkspaceOptions options = new WorkspaceOptions();

    /// What a command found out: the JSON, and the same for a person.
    public record Answer(Record document, String text) {}

    /// `--workspace`, else the folder around us that is one, else one that goes away at the end.
    protected Workspace workspace() {
        return options.workspace();
    }

    /// The same, which must stay.
    protected Workspace lastingWorkspace() {
        return options.lastingWorkspace();
    }

    /// @param workspace closed at the end
    /// @param question  from an opened run and the last day that counts, if one was given; keeps what it makes
    /// @return the program's exit code
    protected int answer(CommandSpec spec, Workspace workspace, Asked question) {
        LocalDate day = asOf.day();
        return Opening.run(spec, options, workspace, files, corrections, opening -> {
            Told told = question.of(opening, day);
            opening.screen().clear();
            json.show(spec, told.language, told.answer.document(), told.answer.text(), options.quiet);
        });
    }

    /// @param language as long as the run was open
    public record Told(Answer answer, Language language) {}

    /// What is asked of an opened run.
    protected interface Asked {
        Told of(Opening opening, @Nullable LocalDate day);
    }
}
