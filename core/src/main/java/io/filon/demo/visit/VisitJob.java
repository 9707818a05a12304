package io.filon.demo.visit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A job visitors come with, as `jobs.yaml` describes it; the numbers' meaning stands at the top of that file.
record VisitJob(
        String name,
        Map<String, Double> occasions,
        double minutes,
        double looks,
        double wander,
        Map<String, Double> steps,
        Map<String, Double> sources) {

    static final String RESTOCK = "restock";

    static List<VisitJob> all() {
        YAMLMapper yaml = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .build();
        try (InputStream in = VisitJob.class.getResourceAsStream("jobs.yaml")) {
            return List.of(yaml.readValue(in, VisitJob[].class));
        } catch (IOException e) {
            throw new UncheckedIOException("jobs.yaml", e);
        }
    }

    double mean(Step step) {
        return steps.getOrDefault(step.word(), 0.0);
    }

    double weight(Occasion occasion) {
        return occasions.getOrDefault(occasion.word(), 0.0);
    }
}
