package io.filon.cli.icp;

import io.filon.cli.open.QuestionOptions;
import io.filon.icp.version.Comparison;
import io.filon.icp.version.Versions;
import io.filon.problem.FilonException;
import io.filon.report.icp.IcpChange;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `filon icp compare attract-1 attract-2`: what changed from one version to another and what it moved.
@Command(name = "compare", mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {

    private static final Pattern VERSION = Pattern.compile("(attract|grow)-(\\d{1,6})");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "BEFORE", descriptionKey = "filon.icp.compare.BEFORE")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    String before;

    @Parameters(index = "1", paramLabel = "AFTER", descriptionKey = "filon.icp.compare.AFTER")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    String after;

    @Mixin
    IcpOptions options = new IcpOptions();

    @Override
    public Integer call() {
        Matcher first = version(before);
        Matcher second = version(after);
        if (!first.group(1).equals(second.group(1))) {
            throw new FilonException("icp.version_name", after);
        }
        return options.answer(spec, session -> {
            Versions versions = new Versions(session.workspace());
            IcpChange change = IcpChange.of(
                    Comparison.of(
                            session.store(),
                            versions.read(first.group(1), Integer.parseInt(first.group(2))),
                            versions.read(second.group(1), Integer.parseInt(second.group(2)))),
                    session.language());
            return new QuestionOptions.Answer(change, change.text(session.language()));
        });
    }

    private static Matcher version(String text) {
        Matcher matcher = VERSION.matcher(text);
        if (!matcher.matches()) {
            throw new FilonException("icp.version_name", text);
        }
        return matcher;
    }
}
