package io.filon.cli.person;

import io.filon.Loop;
import io.filon.Person;
import io.filon.cli.Failures;
import io.filon.cli.Interruption;
import io.filon.cli.WorkspaceOptions;
import io.filon.progress.Progress;
import io.filon.text.Messages;
import io.filon.workspace.Run;
import io.filon.workspace.Settings;
import io.filon.workspace.Workspace;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `filon erase CUSTOMER`: forgets one person everywhere in a workspace, and for good.
@Command(name = "erase", mixinStandardHelpOptions = true)
public final class EraseCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Parameters(paramLabel = "CUSTOMER", descriptionKey = "filon.erase.CUSTOMER")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    String customer;

    @Mixin
    WorkspaceOptions options = new WorkspaceOptions();

    @Override
    public Integer call() {
        try (Workspace workspace = options.lastingWorkspace()) {
            Settings settings = workspace.settings();
            Messages messages = Messages.of(options.language(workspace, settings));
            try (Run run = Run.begin(workspace, options.limits(settings));
                    Interruption _ = new Interruption(run::cancel)) {
                Loop loop = new Loop(run, workspace, settings, Progress.NONE);
                loop.understand(List.of(), List.of());
                Person person = Person.find(run.store(), customer);
                Map<String, Long> rows = person.rows();
                List<String> files = person.files();
                if (options.yes) {
                    loop.erase(person);
                    loop.commit();
                }
                said(person.customerId(), rows, files, messages);
                return options.yes ? 0 : Failures.USERS_INPUT;
            }
        }
    }

    private void said(String customerId, Map<String, Long> rows, List<String> files, Messages messages) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(messages.say(options.yes ? "erase.done" : "erase.would", customerId));
        long others = 0;
        for (Map.Entry<String, Long> row : rows.entrySet()) {
            String key = "erase.table." + row.getKey();
            if (messages.has(key)) {
                out.println("  " + messages.say(key, row.getValue()));
            } else {
                others += row.getValue();
            }
        }
        if (others > 0) {
            out.println("  " + messages.say("erase.others", others));
        }
        if (!files.isEmpty()) {
            out.println(messages.say("erase.files", String.join(", ", files)));
        }
        out.println(messages.say("erase.lists"));
        if (!options.yes) {
            out.println(messages.say("erase.confirm"));
        }
        out.flush();
    }
}
