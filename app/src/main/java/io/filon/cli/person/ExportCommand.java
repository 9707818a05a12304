package io.filon.cli.person;

import io.filon.Loop;
import io.filon.Person;
import io.filon.cli.Interruption;
import io.filon.cli.Output;
import io.filon.cli.WorkspaceOptions;
import io.filon.progress.Progress;
import io.filon.report.JsonReport;
import io.filon.report.Language;
import io.filon.report.PersonExport;
import io.filon.text.Messages;
import io.filon.workspace.Run;
import io.filon.workspace.Settings;
import io.filon.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `filon export CUSTOMER`: everything a workspace holds about one person, to hand it over.
@Command(name = "export", mixinStandardHelpOptions = true)
public final class ExportCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Parameters(paramLabel = "CUSTOMER", descriptionKey = "filon.erase.CUSTOMER")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    String customer;

    @Option(names = "--json", paramLabel = "FILE", descriptionKey = "filon.export.json")
    @Nullable
    Path json;

    @Mixin
    WorkspaceOptions options = new WorkspaceOptions();

    @Override
    public Integer call() {
        if (json != null) {
            Output.check(json);
        }
        try (Workspace workspace = options.lastingWorkspace()) {
            Settings settings = workspace.settings();
            Messages messages = Messages.of(options.language(workspace, settings));
            try (Run run = Run.begin(workspace, options.limits(settings));
                    Interruption _ = new Interruption(run::cancel)) {
                Loop loop = new Loop(run, workspace, settings, Progress.NONE);
                loop.understand(List.of(), List.of());
                Person person = Person.find(run.store(), customer);
                List<PersonExport.Table> tables = new ArrayList<>();
                person.rows().keySet().stream()
                        .filter(table -> !table.startsWith("in_"))
                        .forEach(table -> tables.add(new PersonExport.Table(table, person.told(table))));
                String text = new JsonReport(Language.of(messages.locale(), loop.currency()))
                        .write(new PersonExport(person.customerId(), person.names(), person.files(), tables));
                write(text, messages);
                return 0;
            }
        }
    }

    private void write(String text, Messages messages) {
        if (json == null) {
            spec.commandLine().getOut().print(text);
        } else {
            Output.write(json, text);
            spec.commandLine().getOut().println(messages.say("cli.written", json.toString()));
        }
        spec.commandLine().getOut().flush();
    }
}
