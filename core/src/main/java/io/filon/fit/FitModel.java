package io.filon.fit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.filon.problem.FilonException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A fit filter as it is kept: a readable file, with everything it decides by and how it did on leads it had
/// not seen.
///
/// @param format       of the file: 1
/// @param version      tells one model from another: day and a hash of what it learnt and how it decides
/// @param base         money the average lead leaves in the horizon
/// @param attributes   what adds to it or takes off
/// @param acceptFrom   expected money from which a lead is accepted; null: everybody is
/// @param declineUnder expected money under which a lead is not prioritised; null: nobody is turned away
/// @param drawnShare   0..1 of would-be declines that are accepted by chance, so that it can be known what they
///     leave
/// @param scoreCuts    up to nine expected values that part the leads it was trained on, growing; `scoreShares`
///     of them lie up to each, and above the last: what drift is measured against
/// @param report       on the latest period, which neither taught it nor set its thresholds
public record FitModel(
        int format,
        String version,
        FitTerms terms,
        double base,
        List<Attribute> attributes,
        @Nullable Double acceptFrom,
        @Nullable Double declineUnder,
        double drawnShare,
        List<Double> scoreCuts,
        List<Double> scoreShares,
        FitReport report) {

    private static final int FORMAT = 1;
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    public FitModel {
        attributes = List.copyOf(attributes);
        scoreCuts = List.copyOf(scoreCuts);
        scoreShares = List.copyOf(scoreShares);
    }

    public enum Decision {
        ACCEPT,
        NURTURE,
        DECLINE
    }

    /// @param value money it adds to the average, or takes off: exactly what the model did
    /// @param said  the cell; null when not stated
    public record Reason(String header, @Nullable String said, double value) {}

    /// @param expected money the lead is expected to leave in the horizon
    /// @param drawn    whether chance accepted it although it would have been declined
    /// @param chance   0..1 with which it was accepted: 1 but for the drawn
    /// @param reasons  the three strongest
    public record Scored(
            String id, double expected, Decision decision, boolean drawn, double chance, List<Reason> reasons) {}

    /// For each attribute the column that holds it, -1 where none does: its average is taken then.
    public int[] places(List<Leads.Column> columns) {
        Map<String, Integer> byKey = new HashMap<>();
        for (int c = 0; c < columns.size(); c++) {
            byKey.putIfAbsent(columns.get(c).key(), c);
        }
        return attributes.stream()
                .mapToInt(attribute -> byKey.getOrDefault(attribute.key(), -1))
                .toArray();
    }

    /// Keys of the columns needed to score a file.
    ///
    /// @param id header of the column that names a lead; empty for none
    public Predicate<String> needed(String id) {
        Set<String> keys = attributes.stream().map(Attribute::key).collect(Collectors.toSet());
        keys.add(Keys.of(id));
        return keys::contains;
    }

    public Decision decide(double expected) {
        if (acceptFrom == null || expected >= acceptFrom) {
            return Decision.ACCEPT;
        }
        return declineUnder != null && expected < declineUnder ? Decision.DECLINE : Decision.NURTURE;
    }

    public String json() {
        return JSON.writeValueAsString(this) + "\n";
    }

    /// @throws FilonException when the file is not a model of this format
    public static FitModel read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new FilonException("fit.no_model", file.toString());
        }
        try {
            FitModel model = JSON.readValue(Files.readString(file, UTF_8), FitModel.class);
            if (model.format != FORMAT) {
                throw new FilonException("fit.bad_model", file.toString());
            }
            return model;
        } catch (JacksonException e) {
            throw new FilonException("fit.bad_model", file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
