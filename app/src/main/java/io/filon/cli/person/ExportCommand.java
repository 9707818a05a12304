package io.filon.cli.person;

import io.filon.Person;
import io.filon.cli.Output;
import io.filon.cli.WorkspaceOptions;
import io.filon.cli.open.Opening;
import io.filon.report.JsonReport;
import io.filon.report.PersonExport;
import java.nio.file.Path;
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
        return Opening.run(
                spec,
                options,
                options.lastingWorkspace(),
                List.of(),
                List.of(),
                opening -> write(everything(opening), opening));
    }

    private String everything(Opening opening) {
        Person person = Person.find(opening.loop().store(), customer);
        List<PersonExport.Table> tables = person.rows().keySet().stream()
                .filter(table -> !table.startsWith("in_"))
                .map(table -> new PersonExport.Table(table, person.told(table)))
                .toList();
        return new JsonReport(opening.language())
                .write(new PersonExport(person.customerId(), person.names(), person.files(), tables));
    }

    private void write(String text, Opening opening) {
        if (json == null || json.toString().equals("-")) {
            spec.commandLine().getOut().print(text);
        } else {
            Output.write(json, text);
            spec.commandLine().getOut().println(opening.messages().say("cli.written", json.toString()));
        }
        spec.commandLine().getOut().flush();
    }
}
