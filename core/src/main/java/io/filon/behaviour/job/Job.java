package io.filon.behaviour.job;

import io.filon.rule.check.CheckedRule;
import java.math.BigDecimal;
import java.util.List;

/// Something people come to get done, and how a visit shows it: `jobs/*.yaml`.
///
/// @param key       name of its file without `.yaml`, as rules write it
/// @param situation when it arises
/// @param motivation what they want then
/// @param outcome   what they have when it is done
/// @param about     what it is about, beside its name: "compare prices of *tools*"
/// @param answers   what people answer who came for it, besides its name
/// @param evidence  what speaks for it in a visit, or against
public record Job(
        String key,
        Wording name,
        Wording situation,
        Wording motivation,
        Wording outcome,
        About about,
        List<String> answers,
        List<Evidence> evidence) {

    /// What no job explains, or several do alike.
    public static final String UNCLEAR = "unclear";

    public Job {
        answers = List.copyOf(answers);
        evidence = List.copyOf(evidence);
    }

    /// What a job is about.
    public enum About {
        NOTHING,
        /// The category seen most in the visit.
        CATEGORY,
        /// The feature of products that the visitor asked for first.
        FEATURE
    }

    /// One sign of a job.
    ///
    /// @param when   a rule on a session
    /// @param points for the job, or against it
    public record Evidence(CheckedRule when, BigDecimal points, Wording says) {}
}
