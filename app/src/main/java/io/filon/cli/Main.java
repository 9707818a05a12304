package io.filon.cli;

import io.filon.cli.open.Arguments;
import io.filon.problem.FilonException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.ParseResult;

/// The program: puts the commands together and turns what they throw into an exit code.
///
/// Exit codes: 0 done, 1 our fault, 2 the user's input.
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = run(out, err, arguments);
        out.flush();
        if (!Interruption.underWay()) {
            System.exit(code);
        }
    }

    /// Runs one command line; what tests call.
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        Locale language = SpokenLanguage.of(arguments);
        // picocli takes its descriptions from the bundle of the default locale.
        Locale.setDefault(Locale.Category.DISPLAY, language);
        Locale.setDefault(language);
        CommandLine line = new CommandLine(new FilonCommand());
        Failures failures = new Failures(language);
        int code = line.setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpLongOptionsMaxWidth(34)
                .setUsageHelpWidth(110)
                .setParameterExceptionHandler(failures::badUsage)
                .setExecutionStrategy(Main::checked)
                .setExecutionExceptionHandler(failures::failed)
                .execute(arguments);
        out.flush();
        return code;
    }

    private static int checked(ParseResult arguments) {
        Integer help = CommandLine.executeHelpRequest(arguments);
        if (help != null) {
            return help;
        }
        try {
            Arguments.check(arguments);
        } catch (FilonException e) {
            throw new ExecutionException(arguments.commandSpec().commandLine(), "arguments", e);
        }
        return new CommandLine.RunLast().execute(arguments);
    }
}
