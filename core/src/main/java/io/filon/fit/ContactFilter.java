package io.filon.fit;

import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.List;
import java.util.Optional;

/// The fit filter of a company's own customers, from what was known of each at the first contact, as the audit shows
/// it.
public final class ContactFilter {

    private static final double DRAWN = 0.05;

    private ContactFilter() {}

    /// Nothing where the files know of hardly any contact that did not buy.
    ///
    /// @param business whether companies are sold to
    public static Optional<FitModel> of(Store store, String currency, boolean business) {
        Leads leads = ContactLeads.read(store);
        if (!FitTraining.suffices(leads)) {
            return Optional.empty();
        }
        int days = Math.toIntExact(store.number(Sql.of("select window_days from outcome_window")));
        FitTerms terms = FitTerms.ofContacts(currency, days, 100, business);
        return Optional.of(
                new FitTraining(terms, new FitTraining.Choice(List.of(), List.of(), DRAWN)).train(leads, 0, 0));
    }
}
