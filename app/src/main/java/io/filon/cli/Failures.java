package io.filon.cli;

import io.filon.problem.FilonException;
import io.filon.problem.Nearest;
import io.filon.problem.Problem;
import io.filon.text.Messages;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says what went wrong, once, in the reader's language, and chooses the exit code.
public final class Failures {

    private static final int OUR_FAULT = 1;
    public static final int USERS_INPUT = 2;

    private final Messages messages;

    Failures(Locale language) {
        messages = Messages.of(language);
    }

    int failed(Exception failure, CommandLine line, ParseResult arguments) {
        PrintWriter err = line.getErr();
        if (Interruption.underWay()) {
            err.println(messages.say("cli.interrupted")); // whatever the work stumbled over when it was stopped
            return OUR_FAULT;
        }
        if (failure instanceof FilonException known) {
            for (Problem problem : known.problems()) {
                err.println(messages.say("cli.error", problem.in(messages)));
            }
            return USERS_INPUT;
        }
        err.println(messages.say(
                "cli.our_fault",
                String.valueOf(failure.getMessage()).lines().findFirst().orElse("")));
        if (System.getenv("FILON_DEBUG") == null) {
            err.println(messages.say("cli.debug_hint"));
        } else {
            failure.printStackTrace(err);
        }
        return OUR_FAULT;
    }

    int badUsage(ParameterException failure, String[] arguments) {
        CommandLine line = failure.getCommandLine();
        PrintWriter err = line.getErr();
        err.println(messages.say("cli.error", sentence(failure)));
        err.println(messages.say("cli.see_help", line.getCommandSpec().qualifiedName()));
        return USERS_INPUT;
    }

    private String sentence(ParameterException failure) {
        return switch (failure) {
            case UnmatchedArgumentException unmatched -> unknown(unmatched);
            case MissingParameterException missing ->
                messages.say("cli.missing", missing.getMissing().getFirst().paramLabel());
            case OverwrittenOptionException twice
            when twice.getOverwritten() instanceof OptionSpec option -> messages.say("cli.twice", option.longestName());
            default ->
                failure.getArgSpec() instanceof OptionSpec option && whole(option) && failure.getValue() != null
                        ? messages.say("cli.not_whole", option.longestName(), failure.getValue())
                        : messages.say("cli.bad_value", String.valueOf(failure.getMessage()));
        };
    }

    private static boolean whole(OptionSpec option) {
        return option.type() == int.class || option.type() == Integer.class;
    }

    private String unknown(UnmatchedArgumentException unmatched) {
        String word = unmatched.getUnmatched().getFirst();
        return Nearest.to(word, unmatched.getSuggestions())
                .map(near -> messages.say("cli.unknown_near", word, near))
                .orElseGet(() -> messages.say("cli.unknown", word));
    }
}
