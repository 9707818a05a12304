package io.filon.priority;

import static io.filon.problem.Require.require;

import io.filon.workspace.Settings;
import java.util.Map;

/// What is asked of the matrix and the budget.
///
/// @param budget        money to share out; infinite: as far as the next euro is expected to earn something
/// @param answerDays    days after a contact within which an order counts as its answer: the horizon of every
///     return
/// @param priorContacts contacts that the method's figures are worth
/// @param controlShare  0..1 of each segment left without contact, so that what it earns can be known
/// @param contactCosts  by segment, where the company declares what a contact costs
/// @param fixedCosts    by segment, what has to be paid before the first contact
public record Asked(
        double budget,
        int answerDays,
        int priorContacts,
        double controlShare,
        Map<String, Double> contactCosts,
        Map<String, Double> fixedCosts) {

    public Asked {
        require(budget >= 0, "budget (%s) must not be negative", budget);
        require(answerDays >= 1, "answerDays (%d) must be 1 or more", answerDays);
        require(priorContacts >= 1, "priorContacts (%d) must be 1 or more", priorContacts);
        require(controlShare >= 0 && controlShare < 1, "controlShare (%s) must lie in [0, 1)", controlShare);
        contactCosts = Map.copyOf(contactCosts);
        fixedCosts = Map.copyOf(fixedCosts);
    }

    /// As a company's settings say.
    public static Asked of(Settings.Priorities said) {
        return new Asked(
                said.budget() > 0 ? said.budget() : Double.POSITIVE_INFINITY,
                said.answerDays(),
                said.priorContacts(),
                said.controlShare(),
                said.contactCosts(),
                said.fixedCosts());
    }

    /// Whether a budget was given.
    public boolean limited() {
        return Double.isFinite(budget);
    }
}
