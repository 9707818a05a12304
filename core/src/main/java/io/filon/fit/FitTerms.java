package io.filon.fit;

/// What a model's figures mean.
///
/// @param source      file names, or `contacts` for the customers of a workspace
/// @param currency    ISO code
/// @param horizonDays days after the first contact that count; 0 when the file has no days
/// @param cost        avoidable cost of working one lead, money
/// @param costOrigin  `declared`, `assumed`, or `files` where values are net already
/// @param margin      share of an amount that is left; 1 where values are net already
/// @param marginOrigin likewise
/// @param worth       declared value of a win where the data have no money; 0 when they have
/// @param capacity    leads of 100 that can be served; 100 when all can
/// @param business    whether companies are sold to
/// @param dated       whether the periods follow the calendar; else the order of the file
public record FitTerms(
        String source,
        String currency,
        int horizonDays,
        double cost,
        String costOrigin,
        double margin,
        String marginOrigin,
        double worth,
        double capacity,
        boolean business,
        boolean dated) {

    /// Of a company's own customers at their first contact, whose value the files tell.
    public static FitTerms ofContacts(String currency, int horizonDays, double capacity, boolean business) {
        return new FitTerms("contacts", currency, horizonDays, 0, "files", 1, "files", 0, capacity, business, true);
    }
}
