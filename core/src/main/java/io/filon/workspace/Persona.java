package io.filon.workspace;

import static io.filon.problem.Require.require;

import io.filon.rule.NamedRule;
import org.jspecify.annotations.Nullable;

/// A customer the company imagines: `personas/*.yaml`. What it says of itself is set beside what the data say.
///
/// @param file        name of the file, for telling where a problem is
/// @param who         its name, and the rule that tells who is one
/// @param budgetShare 0..1 of the marketing budget aimed at it, as the company declares it; null when it does not
public record Persona(String file, NamedRule who, @Nullable Double budgetShare) {

    public Persona {
        require(
                budgetShare == null || (budgetShare >= 0 && budgetShare <= 1),
                "budget_share (%s) of %s must be 0..1",
                budgetShare,
                file);
    }

    public String name() {
        return who.name();
    }
}
