package io.filon.cli;

import io.filon.problem.FilonException;
import io.filon.value.future.Question;
import io.filon.value.model.PurchaseModel;
import java.util.List;
import java.util.stream.Collectors;

/// The models a person may name after `--models`.
final class ValueModels {

    private ValueModels() {}

    /// @throws FilonException when a name is no model's
    static void check(List<String> names) {
        List<String> known = Question.ALL.stream().map(PurchaseModel::name).toList();
        for (String name : names) {
            if (!known.contains(name.strip())) {
                throw new FilonException("value.model", name, known.stream().collect(Collectors.joining(", ")));
            }
        }
    }

    /// In our order, whatever the order given; all when none is named.
    static List<PurchaseModel> named(List<String> names) {
        List<String> wanted = names.stream().map(String::strip).toList();
        return Question.ALL.stream()
                .filter(model -> wanted.isEmpty() || wanted.contains(model.name()))
                .toList();
    }
}
