package io.filon.behaviour.job;

import io.filon.behaviour.job.Proposals.Proposal;
import io.filon.behaviour.job.Proposals.Sign;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/// A proposed job as the file that makes it one: to be named and changed by whoever knows the visitors.
public final class ProposalYaml {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES, YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .build();

    private ProposalYaml() {}

    /// @param name what people call it until somebody gives it a name
    /// @param says a sign in words
    static String of(Proposal proposal, String name, java.util.function.Function<Sign, String> says) {
        Map<String, Object> job = new LinkedHashMap<>();
        job.put("name", name);
        job.put("situation", "");
        job.put("motivation", "");
        job.put("outcome", "");
        List<Object> evidence = new ArrayList<>();
        for (Sign sign : proposal.signs()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("when", Map.of(sign.fact(), sign.value().isEmpty() ? ">= 1" : sign.value()));
            one.put("points", proposal.signs().size() == 1 ? 3 : 1.5);
            one.put("says", says.apply(sign));
            evidence.add(one);
        }
        job.put("evidence", evidence);
        return YAML.writeValueAsString(job);
    }

    /// Writes the file of every proposal, `proposed_1.yaml`; one that exists is left as it is.
    ///
    /// @return the files written
    /// @throws FilonException never for what exists
    public static List<Path> write(
            Path folder, List<Proposal> proposals, String name, java.util.function.Function<Sign, String> says) {
        List<Path> written = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            for (Proposal proposal : proposals) {
                Path file = folder.resolve("proposed_%d.yaml".formatted(proposal.number()));
                if (!Files.exists(file)) {
                    Files.writeString(
                            file,
                            of(proposal, "%s %d".formatted(name, proposal.number()), says),
                            StandardOpenOption.CREATE_NEW);
                    written.add(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write in " + folder, e);
        }
        return written;
    }
}
