package io.filon.cli;

import io.filon.cli.fit.FitCommand;
import io.filon.cli.fit.PrioritiesCommand;
import io.filon.cli.icp.IcpCommand;
import io.filon.cli.market.MarketCommand;
import io.filon.cli.market.NichesCommand;
import io.filon.cli.message.ProposeCommand;
import io.filon.cli.person.EraseCommand;
import io.filon.cli.person.ExportCommand;
import io.filon.cli.segment.JobsCommand;
import io.filon.cli.segment.SegmentCommand;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `filon`: without a command it shows what there is, with examples.
@Command(
        name = "filon",
        resourceBundle = "io.filon.text.cli",
        mixinStandardHelpOptions = true,
        version = "filon 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            AuditCommand.class,
            ValueCommand.class,
            BehaviourCommand.class,
            JobsCommand.class,
            SegmentCommand.class,
            DiscoverCommand.class,
            IcpCommand.class,
            MarketCommand.class,
            NichesCommand.class,
            FitCommand.class,
            PrioritiesCommand.class,
            ProposeCommand.class,
            ImportCommand.class,
            InitCommand.class,
            DemoCommand.class,
            SchemaCommand.class,
            EraseCommand.class,
            ExportCommand.class,
        })
final class FilonCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Option(names = "--lang", paramLabel = "LOCALE", descriptionKey = "option.lang")
    @Nullable
    String language;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return 0;
    }
}
