package io.filon.fit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.filon.problem.FilonException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
/// @param version      tells one model from another: day and a hash of what it learnt
/// @param base         money the average lead leaves in the horizon
/// @param attributes   what adds to it or takes off
/// @param acceptFrom   expected money from which a lead is accepted; null: everybody is
/// @param declineUnder expected money under which a lead is not prioritised; null: nobody is turned away
/// @param drawnShare   0..1 of would-be declines that are accepted by chance, so that it can be known what they
///     leave
/// @param scoreCuts    up to nine expected values that part the leads it was trained on, growing; `scoreShares`
///     of them
///     lie up to each, and above the last: what drift is measured against
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

    /// Expected value of a lead, columns matched by `places`: for each attribute its cell, -1 where the file
    /// has none.
    double expected(Leads.Lead lead, int[] places) {
        double sum = base;
        for (int a = 0; a < places.length; a++) {
            if (places[a] >= 0) {
                Attribute attribute = attributes.get(a);
                sum += attribute.weights().get(attribute.bin(lead.cells().get(places[a])));
            }
        }
        return sum;
    }

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

    public Decision decide(double expected) {
        if (acceptFrom == null || expected >= acceptFrom) {
            return Decision.ACCEPT;
        }
        return declineUnder != null && expected < declineUnder ? Decision.DECLINE : Decision.NURTURE;
    }

    public Scored score(Leads.Lead lead, int[] places) {
        double expected = expected(lead, places);
        Decision decision = decide(expected);
        boolean drawn = decision == Decision.DECLINE && draw(lead.id()) < drawnShare;
        return new Scored(
                lead.id(),
                expected,
                decision,
                drawn,
                decision == Decision.DECLINE ? drawnShare : 1,
                reasons(lead, places));
    }

    private List<Reason> reasons(Leads.Lead lead, int[] places) {
        List<Reason> reasons = new ArrayList<>();
        for (int a = 0; a < places.length; a++) {
            if (places[a] >= 0) {
                Attribute attribute = attributes.get(a);
                String cell = lead.cells().get(places[a]);
                reasons.add(
                        new Reason(attribute.header(), cell, attribute.weights().get(attribute.bin(cell))));
            }
        }
        reasons.sort(Comparator.comparingDouble((Reason reason) -> Math.abs(reason.value))
                .reversed());
        return List.copyOf(reasons.subList(0, Math.min(3, reasons.size())));
    }

    /// 0..1, the same for the same lead and model, and nobody's choice.
    private double draw(String id) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : (version + "/" + id).getBytes(UTF_8)) {
            hash = (hash ^ b) * 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        hash *= 0xd6e8feb86659fd93L;
        hash ^= hash >>> 32;
        return (hash >>> 11) * 0x1.0p-53;
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
