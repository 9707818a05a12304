package io.filon.icp.serve;

import io.filon.icp.claim.Measured;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a group leaves and takes, over the outcome window. Money is that of one customer.
///
/// @param dimension    `habit`, `channel`, `category`, `region`, `persona` or `hidden`
/// @param customers    known before the window
/// @param net          left after everything but winning the customer
/// @param netLowCosts  the same at the low end of every assumed cost
/// @param loses        beyond chance, over all groups looked at, and not by one customer alone
/// @param survives     whether it still does at the low end
/// @param retention    what keeping one costs beyond the goods: *Coste de Retención de un Mal Cliente*
/// @param acquisition  what winning one cost (CAC)
/// @param total        what the whole group left, with its range
/// @param parts        of the cost, largest first
/// @param satisfaction 0..1; null when nobody was asked
/// @param tickets      a customer
/// @param gone         part that did not buy in the window
/// @param churnOfAll   the same of everybody
public record Served(
        String dimension,
        String name,
        int customers,
        Measured net,
        Measured netLowCosts,
        boolean loses,
        boolean survives,
        Measured retention,
        Measured acquisition,
        Measured total,
        List<Part> parts,
        @Nullable Double satisfaction,
        double tickets,
        Measured gone,
        double churnOfAll) {

    public Served {
        parts = List.copyOf(parts);
    }

    /// @param cost     a step of serving: `shipping`, `payment`, `return_cost`, `service_cost`, `contact_cost`, those
    ///     declared; also `discounts` and `returned`, which are no cost of keeping but lower what is sold
    /// @param declared whether it is as `filon.yaml` declares it
    public record Part(String cost, double amount, boolean declared) {}

    /// The part that takes most.
    public Optional<Part> largest() {
        return parts.stream().findFirst();
    }
}
