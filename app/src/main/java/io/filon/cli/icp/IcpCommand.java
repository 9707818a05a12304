package io.filon.cli.icp;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `filon icp`: the imagined customer beside the real one. Without a command it shows what there is.
@Command(
        name = "icp",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            IcpAuditCommand.class,
            ProposeCommand.class,
            CompareCommand.class,
        })
public final class IcpCommand implements Callable<Integer> {

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
