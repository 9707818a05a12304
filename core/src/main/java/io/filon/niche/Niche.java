package io.filon.niche;

import io.filon.segment.Label;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A group of alike customers that could be taken before others. Money in the workspace currency.
///
/// @param key          unique in the list: `segment:loyal`, `persona:Ana`, `hidden:attract_contact:high:0`,
///     `facts:region=Teruel;product=Jamones`
/// @param attributes   what tells its members, where that is plain facts; empty for a rule that says more
/// @param rule         that tells its members, as YAML; empty where rules cannot say it (who *first* bought
///     something)
/// @param customers    who bought
/// @param contacts     on file and has not bought yet
/// @param gain         **what ranks**: what the customers that can be won within the horizon leave in their first
///     12 months, less what the same effort would leave spread over everybody
/// @param likely       the same when every number is what is most likely, which can be worked out by hand
/// @param worth        as `gain`, without taking that off
/// @param newCustomers that can be won within the horizon
/// @param limit        what keeps them down most often: `demand`, `reach` or `capacity`
/// @param share        how much of it is the company's
/// @param figures      by criterion, each with its range or why it cannot be known
/// @param points       by criterion, 0..100 on scales that do not depend on the other niches; what cannot be known
///     has none
/// @param score        0..100, by the weights; what cannot be known counts as the middle
/// @param firstChance  0..1 that it is first, over data, assumptions and weights drawn together
public record Niche(
        String key,
        Kind kind,
        Label name,
        List<Attribute> attributes,
        String rule,
        long customers,
        long contacts,
        Range gain,
        double likely,
        Range worth,
        Range newCustomers,
        String limit,
        Share share,
        Map<Criterion, Figure> figures,
        Map<Criterion, Double> points,
        Range score,
        double firstChance) {

    public enum Kind {
        SEGMENT,
        PERSONA,
        HIDDEN,
        FACTS
    }

    /// @param fact as rules call it: `region`, `sector`, `profesion`; `product` for what was bought first
    public record Attribute(String fact, String value) {}

    /// How much of a niche, or of the whole market, is the company's.
    ///
    /// @param customers who bought in the last 12 months
    /// @param winnable  customers there can be at the end of the horizon, those of today who stay included (SOM);
    ///     null when it cannot be known
    /// @param ofWinnable today's customers over `winnable`
    /// @param there     everybody in it, customers or not; null when nobody counted
    /// @param ofAll     today's customers over `there`
    public record Share(
            long customers,
            @Nullable Range winnable,
            @Nullable Range ofWinnable,
            @Nullable Double there,
            @Nullable Double ofAll) {}

    public Niche {
        attributes = List.copyOf(attributes);
        figures = Map.copyOf(figures);
        points = Map.copyOf(points);
    }
}
