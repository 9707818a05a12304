package io.filon.report.change;

import io.filon.problem.FilonException;
import io.filon.report.Audit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an audit said, as far as it is kept: enough to set another beside it.
///
/// @param origin `workspace`, `json`, or `now` for the audit under way
record Baseline(
        LocalDate asOf,
        String currency,
        String origin,
        long buyers,
        BigDecimal revenue,
        BigDecimal net,
        List<Group> groups,
        List<Said> findings) {

    /// @param name   `star_customers`, `loss_makers` or a stage
    /// @param amount money the group is about
    record Group(String name, long customers, BigDecimal amount) {}

    record Said(String code, BigDecimal money) {}

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    Optional<Group> group(String name) {
        return groups.stream().filter(group -> group.name.equals(name)).findFirst();
    }

    Optional<Said> finding(String code) {
        return findings.stream().filter(said -> said.code.equals(code)).findFirst();
    }

    /// The audit under way, with the findings behind the first three.
    static Baseline of(Audit audit) {
        List<Group> groups = new ArrayList<>();
        groups.add(new Group(
                "star_customers", audit.stars().customers(), audit.stars().net()));
        groups.add(new Group(
                "loss_makers",
                audit.lossMakers().customers(),
                audit.lossMakers().net()));
        audit.lifecycle()
                .forEach(stage -> groups.add(new Group(stage.stage(), stage.customers(), stage.netLastActiveYear())));
        List<Said> findings = new ArrayList<>();
        audit.findings().forEach(finding -> findings.add(new Said(finding.code(), finding.money())));
        audit.furtherFindings().forEach(finding -> findings.add(new Said(finding.code(), finding.money())));
        return new Baseline(
                audit.asOf(),
                audit.currency(),
                "now",
                audit.base().buyers(),
                audit.base().revenue(),
                audit.base().net(),
                groups,
                findings);
    }

    /// Reads what `--json` wrote, also of an earlier version that knew less.
    ///
    /// @throws FilonException when the file is no audit
    static Baseline read(Path file) {
        try {
            return parsed(JSON.readTree(Files.readString(file, StandardCharsets.UTF_8)));
        } catch (JacksonException | IllegalArgumentException | DateTimeParseException e) {
            throw new FilonException("since.not_audit", file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static Baseline parsed(JsonNode audit) {
        JsonNode base = audit.path("base");
        List<Group> groups = new ArrayList<>();
        groups.add(group("star_customers", audit.path("stars"), "net"));
        groups.add(group("loss_makers", audit.path("loss_makers"), "net"));
        for (JsonNode stage : audit.path("lifecycle")) {
            groups.add(group(stage.path("stage").asString(), stage, "net_last_active_year"));
        }
        List<Said> findings = new ArrayList<>();
        for (String list : List.of("findings", "further_findings")) {
            for (JsonNode finding : audit.path(list)) {
                findings.add(new Said(finding.path("code").asString(), number(finding, "money")));
            }
        }
        return new Baseline(
                LocalDate.parse(audit.path("as_of").asString()),
                audit.path("currency").asString(),
                "json",
                number(base, "buyers").longValue(),
                number(base, "revenue"),
                number(base, "net"),
                groups,
                findings);
    }

    private static Group group(String name, JsonNode group, String money) {
        return new Group(name, number(group, "customers").longValue(), number(group, money));
    }

    private static BigDecimal number(JsonNode node, String name) {
        JsonNode number = node.path(name);
        if (!number.isNumber()) {
            throw new IllegalArgumentException("no number '%s'".formatted(name));
        }
        return number.decimalValue();
    }
}
