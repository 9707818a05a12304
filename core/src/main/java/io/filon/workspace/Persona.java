package io.filon.workspace;

import static io.filon.problem.Require.require;

import io.filon.rule.NamedRule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A customer the company imagines: `personas/*.yaml`. What it says of itself is set beside what the data say.
///
/// @param file        name of the file, for telling where a problem is
/// @param source      the file's text
/// @param who         its name, and the rule that tells who is one
/// @param budgetShare 0..1 of the marketing budget aimed at it, as the company declares it; null when it does not
/// @param job         what such a customer wants to get done, in the company's words; empty when it does not say
/// @param beliefs     what the company holds to be true of it, in the order of the file
public record Persona(
        String file, String source, NamedRule who, @Nullable Double budgetShare, String job, List<Belief> beliefs) {

    public Persona {
        beliefs = List.copyOf(beliefs);
        if (budgetShare != null) {
            require(budgetShare >= 0 && budgetShare <= 1, "budget_share (%s) of %s must be 0..1", budgetShare, file);
        }
    }

    /// One that believes nothing.
    public Persona(String file, NamedRule who, @Nullable Double budgetShare) {
        this(file, "", who, budgetShare, "", List.of());
    }

    public String name() {
        return who.name();
    }

    /// The rules of its beliefs.
    public List<NamedRule> believed() {
        List<NamedRule> rules = new ArrayList<>();
        for (Belief belief : beliefs) {
            if (belief instanceof Belief.Who said) {
                rules.add(said.who());
            }
        }
        return List.copyOf(rules);
    }
}
