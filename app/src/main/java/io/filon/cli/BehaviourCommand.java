package io.filon.cli;

import io.filon.cli.open.Exports;
import io.filon.cli.open.JsonOutput;
import io.filon.report.BehaviourGroups;
import io.filon.report.Language;
import io.filon.report.Lists;
import io.filon.report.section.Behaviour;
import io.filon.report.terminal.BehaviourText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `filon behaviour FILES…`: what customers do, what sets purchases off and where visits stop. Parses, calls, prints.
@Command(name = "behaviour", mixinStandardHelpOptions = true)
final class BehaviourCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Option(names = "--segment", paramLabel = "NAME", descriptionKey = "filon.behaviour.segment")
    List<String> segments = new ArrayList<>();

    @Mixin
    Exports exports = new Exports();

    @Option(names = "--lists", paramLabel = "DIR", descriptionKey = "filon.behaviour.lists")
    @Nullable
    Path lists;

    @Mixin
    JsonOutput json = new JsonOutput();

    @Override
    public Integer call() {
        return exports.open(spec, opening -> {
            Behaviour behaviour = opening.loop().behaviour(segments);
            Language language = opening.language();
            Path[] written = {};
            if (lists != null) {
                new Lists(language)
                        .write(lists, new BehaviourGroups(opening.loop().store()));
                written = new Path[] {lists};
            }
            opening.keep();
            opening.screen().clear();
            json.show(
                    spec, language, behaviour, new BehaviourText(language).write(behaviour), exports.quiet(), written);
        });
    }
}
