package io.filon.cli;

import io.filon.demo.Shop;
import io.filon.demo.ShopGenerator;
import io.filon.demo.ShopOptions;
import io.filon.problem.FilonException;
import io.filon.progress.Progress;
import io.filon.text.Messages;
import io.filon.workspace.Workspace;
import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `filon demo [DIR]`: a sample shop, audited, its report opened.
@Command(name = "demo", mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Parameters(paramLabel = "DIR", arity = "0..1", descriptionKey = "filon.demo.DIR")
    Path folder = Path.of("filon-demo");

    @Option(names = "--customers", paramLabel = "N", descriptionKey = "filon.demo.customers")
    long customers = 5_000;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "filon.demo.seed")
    long seed = 1;

    @Option(names = "--no-open", descriptionKey = "filon.demo.no-open")
    boolean closed;

    @Option(names = "--files-only", descriptionKey = "filon.demo.files-only")
    boolean filesOnly;

    @Option(names = "--quiet", descriptionKey = "option.quiet")
    boolean quiet;

    @Option(names = "--lang", paramLabel = "LOCALE", descriptionKey = "option.lang")
    @Nullable
    String language;

    @Override
    public Integer call() throws IOException {
        Locale locale = SpokenLanguage.of(language);
        Messages messages = Messages.of(locale);
        if (customers < 1) {
            throw new FilonException("demo.customers", Long.toString(customers));
        }
        Shop shop = generate(messages);
        PrintWriter out = spec.commandLine().getOut();
        out.println(messages.say("cli.demo_made", shop.exports().toString(), customers));
        out.flush();
        if (filesOnly) {
            return 0;
        }
        Path report = folder.resolve(named(locale, "informe.html", "report.html"));
        int code = audit(shop, report, locale);
        if (code == 0) {
            out.println(messages.say("cli.demo_next", report.toAbsolutePath().toString()));
            open(report);
        }
        return code;
    }

    private Shop generate(Messages messages) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new FilonException("workspace.not_folder", folder.toString());
        }
        Files.createDirectories(folder);
        Progress progress = ProgressBar.when(
                ProgressBar.isTerminal() && !quiet, spec.commandLine().getErr(), messages);
        progress.phase("progress.generating", customers);
        long[] told = {0};
        return new ShopGenerator(ShopOptions.of(seed, customers)).writeTo(folder, done -> {
            progress.advance(done - told[0]);
            told[0] = done;
        });
    }

    private int audit(Shop shop, Path report, Locale locale) throws IOException {
        Path company = folder.resolve(named(locale, "empresa", "company"));
        Workspace workspace = Workspace.at(company);
        declare(shop.personas(), workspace.personasFolder());
        declare(shop.market(), workspace.folder());
        CommandLine line = spec.root().commandLine();
        return line.execute(
                "audit",
                shop.exports().toString(),
                "--workspace",
                company.toString(),
                "--html",
                report.toString(),
                "--lists",
                folder.resolve(named(locale, "listas", "lists")).toString(),
                "--lang",
                locale.toLanguageTag(),
                quiet ? "--quiet" : "--yes");
    }

    /// What the shop declares becomes the company's; a file somebody has changed there stays.
    private static void declare(Path declared, Path company) throws IOException {
        Files.createDirectories(company);
        try (Stream<Path> files = Files.list(declared)) {
            for (Path file : files.toList()) {
                Path copy = company.resolve(file.getFileName());
                if (Files.notExists(copy)) {
                    Files.copy(file, copy);
                }
            }
        }
    }

    private static String named(Locale locale, String spanish, String english) {
        return locale.getLanguage().equals("en") ? english : spanish;
    }

    private void open(Path report) throws IOException {
        if (!closed
                && !GraphicsEnvironment.isHeadless()
                && Desktop.isDesktopSupported()
                && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
            Desktop.getDesktop().browse(report.toUri());
        }
    }
}
