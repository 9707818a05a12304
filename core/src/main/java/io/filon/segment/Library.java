package io.filon.segment;

import io.filon.problem.FilonException;
import io.filon.problem.Problem;
import io.filon.rule.Catalogue;
import io.filon.rule.NamedRule;
import io.filon.rule.Rule;
import io.filon.rule.check.CheckedRule;
import io.filon.rule.read.RuleYaml;
import io.filon.workspace.Settings;
import io.filon.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Every segment that has a name here: the company's own, `segments/*.yaml` in order of their names, those built in,
/// and the templates.
public final class Library {

    /// The key of a rule that was typed and has no file.
    public static final String UNNAMED = "rule";

    private static final String SCHEMA = "# yaml-language-server: $schema=../schemas/segment.schema.json\n";

    private final Catalogue catalogue;
    private final Map<String, Draft> drafts;
    private final References references;
    private final List<Segment> watched;

    private Library(Catalogue catalogue, Map<String, Draft> drafts, References references, List<Segment> watched) {
        this.catalogue = catalogue;
        this.drafts = drafts;
        this.references = references;
        this.watched = watched;
    }

    /// @throws FilonException with every problem of every file of the workspace: form, facts, references, circles
    public static Library of(Workspace workspace, Settings settings, Catalogue known) {
        Map<String, Draft> drafts = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        List<Draft> shipped = Shipped.builtIn(settings);
        Set<String> broken = new HashSet<>();
        List<Draft> own = own(workspace.segmentsFolder(), shipped, problems, broken);
        own.forEach(draft -> drafts.put(draft.key(), draft));
        shipped.forEach(draft -> drafts.put(draft.key(), draft));
        Shipped.templates().forEach(draft -> drafts.putIfAbsent(draft.key(), draft));
        References references = new References(drafts, broken);
        Catalogue catalogue = withSegments(known, drafts.values(), references);
        List<Segment> watched = new ArrayList<>();
        for (Draft draft : Stream.concat(own.stream(), shipped.stream()).toList()) {
            try {
                watched.add(checked(draft, references, catalogue));
            } catch (FilonException e) {
                problems.add(Problem.of("segment.file", draft.place()));
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new FilonException(problems);
        }
        return new Library(catalogue, drafts, references, List.copyOf(watched));
    }

    /// What rules may ask, the past of every segment included.
    private static Catalogue withSegments(Catalogue known, Collection<Draft> drafts, References references) {
        Map<String, Rule> segments = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            String document = document(draft, references, new ArrayList<>());
            try {
                Rule rule = RuleYaml.parse(document).rule();
                draft.names().forEach(name -> segments.putIfAbsent(name, new Rule.Named(draft.key(), rule)));
            } catch (FilonException toldLater) {
                draft.names().forEach(name -> segments.putIfAbsent(name, new Rule.Everyone()));
            }
        }
        return new Catalogue(known.table(), known.facts(), known.events(), segments);
    }

    /// The company's own and those built in, in this order: what is listed, kept and watched.
    public List<Segment> watched() {
        return watched;
    }

    /// Templates that this company's files can answer.
    public List<Segment> templates() {
        return templateDrafts()
                .filter(draft -> lacking(draft).isEmpty())
                .map(draft -> checked(draft, references, catalogue))
                .toList();
    }

    /// A template that asks for what no file has.
    ///
    /// @param lacks the problems of checking its rule: unknown events, properties and facts
    public record Unanswerable(String key, Label name, Label about, List<Problem> lacks) {
        public Unanswerable {
            lacks = List.copyOf(lacks);
        }
    }

    public List<Unanswerable> unanswerable() {
        return templateDrafts()
                .map(draft -> new Unanswerable(draft.key(), draft.name(), draft.about(), lacking(draft)))
                .filter(template -> !template.lacks.isEmpty())
                .toList();
    }

    private Stream<Draft> templateDrafts() {
        return drafts.values().stream().filter(draft -> draft.origin() == Origin.TEMPLATE);
    }

    private List<Problem> lacking(Draft draft) {
        try {
            checked(draft, references, catalogue);
            return List.of();
        } catch (FilonException asksForMore) {
            return asksForMore.problems();
        }
    }

    /// What a command calls a rule: the name of a segment, a YAML file, or the rule itself.
    ///
    /// @throws FilonException when it is none of them, with the nearest name
    public Segment find(String text) {
        Optional<Draft> named = references.find(text.strip());
        if (named.isPresent()) {
            return checked(named.get(), references, catalogue);
        }
        if ((text.contains(":") && !isFile(text)) || text.strip().equals("everyone")) {
            return checked(SegmentYaml.inline(text), references, catalogue);
        }
        if (isFile(text)) {
            Path file = Path.of(text);
            return checked(SegmentYaml.read(stem(file), Origin.GIVEN, text, content(file)), references, catalogue);
        }
        throw new FilonException(List.of(references.unknown(text)));
    }

    /// Several, each under a key of its own: rules written out are `rule`, `rule-2`, `rule-3`…
    public List<Segment> findAll(List<String> texts) {
        List<Segment> segments = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String text : texts) {
            Segment segment = find(text);
            String key = segment.key();
            for (int next = 2; !taken.add(key); next++) {
                key = segment.key() + "-" + next;
            }
            segments.add(new Segment(key, segment.origin(), segment.name(), segment.about(), segment.rule()));
        }
        return List.copyOf(segments);
    }

    /// A segment as the text of its own file: a template as it ships, else the rule with the name given.
    ///
    /// @param name null for the segment's
    public String text(Segment segment, @Nullable String name) {
        if (segment.origin() == Origin.TEMPLATE && name == null) {
            return SCHEMA + Shipped.templateText(segment.key());
        }
        String called = name == null ? segment.name().spanish() : name.strip();
        return SCHEMA + RuleYaml.print(new NamedRule(called, segment.rule().rule()));
    }

    /// @throws FilonException when a key is that of a segment built in
    public void refuseTaken(String key) {
        Draft draft = drafts.get(key);
        if (draft != null && draft.origin() == Origin.BUILT_IN) {
            throw new FilonException("segment.taken", key + ".yaml", key);
        }
    }

    /// As [#find], but only what has a name here.
    public Segment named(String name) {
        Draft draft =
                references.find(name.strip()).orElseThrow(() -> new FilonException(List.of(references.unknown(name))));
        return checked(draft, references, catalogue);
    }

    /// A definition kept from an earlier run, if it can still be asked.
    public Optional<CheckedRule> earlier(String definition) {
        try {
            return Optional.of(CheckedRule.check(RuleYaml.parse(definition), catalogue));
        } catch (FilonException factsChanged) {
            return Optional.empty();
        }
    }

    private static boolean isFile(String text) {
        return text.matches("(?s)[^\\n{}]+\\.(yaml|yml|json|txt)") && Files.isRegularFile(Path.of(text));
    }

    /// As the rule language reads it, under the key: that is what is recorded.
    private static String document(Draft draft, References references, List<Problem> problems) {
        ObjectNode document = references.followed(draft, problems);
        if (!document.path("name").asString("").isBlank()) {
            document.put("name", draft.key());
        }
        return document.toString();
    }

    private static Segment checked(Draft draft, References references, Catalogue catalogue) {
        List<Problem> problems = new ArrayList<>(draft.problems());
        String document = document(draft, references, problems);
        try {
            CheckedRule rule = CheckedRule.check(RuleYaml.parse(document, catalogue), catalogue);
            if (problems.isEmpty()) {
                return new Segment(draft.key(), draft.origin(), draft.name(), draft.about(), rule);
            }
        } catch (FilonException e) {
            problems.addAll(e.problems());
        }
        throw new FilonException(problems);
    }

    private static List<Draft> own(Path folder, List<Draft> shipped, List<Problem> problems, Set<String> broken) {
        List<Draft> drafts = new ArrayList<>();
        Map<String, String> names = new LinkedHashMap<>();
        for (Path file : Workspace.yamlIn(folder)) {
            String place = "segments/" + file.getFileName();
            String key = stem(file);
            try {
                Draft draft = SegmentYaml.read(key, Origin.OWN, place, content(file));
                String other = names.putIfAbsent(draft.name().spanish(), place);
                if (other != null) {
                    problems.add(
                            Problem.of("segment.same_name", place, draft.name().spanish(), other));
                }
                if (shipped.stream().anyMatch(builtIn -> builtIn.key().equals(key))) {
                    problems.add(Problem.of("segment.taken", place, key));
                }
                drafts.add(draft);
            } catch (FilonException e) {
                broken.add(key);
                problems.add(Problem.of("segment.file", place));
                problems.addAll(e.problems());
            }
        }
        return drafts;
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replaceAll("\\.[^.]*$", "");
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
