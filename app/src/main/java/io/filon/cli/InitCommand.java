package io.filon.cli;

import io.filon.text.Messages;
import io.filon.workspace.InitFiles;
import io.filon.workspace.Workspace;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `filon init [DIR]`: a company's folder with commented settings.
@Command(name = "init", mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Parameters(paramLabel = "DIR", arity = "0..1", descriptionKey = "filon.init.DIR")
    Path folder = Path.of("");

    @Option(names = "--lang", paramLabel = "LOCALE", descriptionKey = "option.lang")
    @Nullable
    String language;

    @Override
    public Integer call() {
        Locale locale = SpokenLanguage.of(language);
        Workspace workspace = Workspace.at(folder);
        InitFiles.write(workspace, locale.getLanguage());
        spec.commandLine()
                .getOut()
                .println(Messages.of(locale)
                        .say("cli.initialised", workspace.folder().toString(), workspace.settingsFile()));
        return 0;
    }
}
