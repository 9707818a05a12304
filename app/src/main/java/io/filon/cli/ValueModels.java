package io.filon.cli;

import io.filon.problem.FilonException;
import io.filon.problem.Nearest;
import io.filon.value.future.Question;
import io.filon.value.model.PurchaseModel;
import java.util.List;
import java.util.stream.Stream;

/// The models a person may name after `--models`.
final class ValueModels {

    private static final List<String> KNOWN =
            Question.ALL.stream().map(PurchaseModel::name).toList();

    private ValueModels() {}

    /// In our order, whatever the order given; all when the option is not given.
    ///
    /// @param given names, or several with commas between them
    /// @throws FilonException when a name is no model's, or there is none between two commas
    static List<PurchaseModel> named(List<String> given) {
        List<String> wanted = given.stream()
                .flatMap(names -> Stream.of(names.split(",", -1)))
                .map(String::strip)
                .toList();
        wanted.stream().filter(name -> !KNOWN.contains(name)).findFirst().ifPresent(ValueModels::refuse);
        return Question.ALL.stream()
                .filter(model -> wanted.isEmpty() || wanted.contains(model.name()))
                .toList();
    }

    private static void refuse(String name) {
        String all = String.join(", ", KNOWN);
        if (name.isEmpty()) {
            throw new FilonException("value.model_missing", all);
        }
        throw Nearest.to(name, KNOWN)
                .map(near -> new FilonException("value.model_near", name, near, all))
                .orElseGet(() -> new FilonException("value.model", name, all));
    }
}
