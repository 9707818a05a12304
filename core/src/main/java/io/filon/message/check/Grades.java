package io.filon.message.check;

import io.filon.message.check.Checked.Backed;
import io.filon.message.check.Checked.Grade;
import io.filon.message.check.Checked.Part;
import io.filon.message.check.Checked.Test;
import io.filon.message.draft.Sayable;
import io.filon.message.draft.Standing;
import io.filon.message.evidence.Evidence;
import io.filon.message.evidence.Evidence.Role;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.util.List;
import java.util.Optional;

/// The three tests a proposition must pass: relevance, value in numbers, what sets the company apart.
final class Grades {

    private final Subject subject;
    private final Plain text;

    Grades(Subject subject, Plain text) {
        this.subject = subject;
        this.text = text;
    }

    List<Test> of(List<Backed> numbers) {
        return List.of(relevance(), value(numbers), difference());
    }

    private boolean spoken(Evidence evidence) {
        return text.sentences().stream()
                .anyMatch(part -> subject.spoken(evidence, text.plain(part), 0).isPresent());
    }

    /// Where in life the customers are is less than what they come for.
    private Test relevance() {
        List<Evidence> known = subject.draft().with(Role.RELEVANCE).stream()
                .filter(evidence -> !evidence.id().equals("away"))
                .toList();
        if (known.isEmpty()) {
            return new Test(Part.RELEVANCE, Grade.NOT_KNOWN, Phrase.of("message.test.relevance.not_known"));
        }
        List<Evidence> said = known.stream().filter(this::spoken).toList();
        Optional<Evidence> best = said.stream()
                .filter(evidence -> !evidence.id().equals("stage"))
                .findFirst()
                .or(() -> said.stream().findFirst().filter(_ -> known.size() == 1));
        if (best.isPresent()) {
            return test(Part.RELEVANCE, Grade.PASSES, best.get());
        }
        Evidence first = known.stream()
                .filter(evidence -> !evidence.id().equals("stage"))
                .findFirst()
                .orElse(known.getFirst());
        return test(Part.RELEVANCE, said.isEmpty() ? Grade.FAILS : Grade.PARTLY, first);
    }

    private Test value(List<Backed> numbers) {
        List<Evidence> all = subject.draft().with(Role.VALUE);
        List<Evidence> known = all.stream().filter(Sayable::is).toList();
        Optional<Evidence> said = all.stream()
                .filter(evidence ->
                        numbers.stream().anyMatch(number -> number.evidence().equals(evidence.id())))
                .findFirst();
        if (said.isPresent()) {
            return test(Part.VALUE, Grade.PASSES, said.get());
        }
        if (numbers.stream().anyMatch(number -> number.evidence().equals("offer"))) {
            return new Test(Part.VALUE, Grade.PARTLY, Phrase.of("message.test.value.offer"));
        }
        return known.isEmpty()
                ? new Test(Part.VALUE, Grade.NOT_KNOWN, Phrase.of("message.test.value.not_known"))
                : test(Part.VALUE, Grade.FAILS, known.getFirst());
    }

    private Test difference() {
        List<Evidence> declared = subject.draft().with(Role.DIFFERENCE);
        List<Evidence> known = declared.stream()
                .filter(evidence -> grade(evidence) != Standing.Grade.NOT_KNOWN)
                .toList();
        if (known.isEmpty()) {
            return new Test(Part.DIFFERENCE, Grade.NOT_KNOWN, Phrase.of("message.test.difference.not_known"));
        }
        List<Evidence> said = known.stream().filter(this::spoken).toList();
        for (Standing.Grade grade : List.of(Standing.Grade.UNIQUE, Standing.Grade.RARE)) {
            Optional<Evidence> best =
                    said.stream().filter(evidence -> grade(evidence) == grade).findFirst();
            if (best.isPresent()) {
                return test(Part.DIFFERENCE, grade == Standing.Grade.UNIQUE ? Grade.PASSES : Grade.PARTLY, best.get());
            }
        }
        return said.isEmpty()
                ? test(Part.DIFFERENCE, Grade.FAILS, known.getFirst())
                : new Test(
                        Part.DIFFERENCE,
                        Grade.FAILS,
                        Phrase.of("message.test.difference.common", new Value.Name(subject.written(said.getFirst()))));
    }

    private Standing.Grade grade(Evidence capability) {
        return Standing.of(capability.about(), subject.proposition()).grade();
    }

    private static Test test(Part part, Grade grade, Evidence evidence) {
        String key = "message.test.%s.%s".formatted(lower(part), lower(grade));
        return new Test(part, grade, Phrase.of(key, new Value.Said(evidence.says())));
    }

    private static String lower(Enum<?> name) {
        return name.name().toLowerCase(java.util.Locale.ROOT);
    }
}
