package io.filon.intake.plan;

import java.util.List;

/// One column as understood.
///
/// @param index       place in the raw table: column `c` + index
/// @param header      as the file writes it
/// @param format      how its values are read
/// @param examples    up to three different values, as written
/// @param evidence    what decided it: `recipe`, `map`, `sources`, or a code of the inference (`header`, `values`,
/// `join`)
/// @param placeholder values that mean "not stated" in this column (`Select`, `N/A`, `-`), as written
public record ColumnPlan(
        int index,
        String header,
        Role role,
        ValueFormat format,
        List<String> examples,
        String evidence,
        List<String> placeholder) {

    public ColumnPlan {
        examples = List.copyOf(examples);
        placeholder = List.copyOf(placeholder);
    }
}
