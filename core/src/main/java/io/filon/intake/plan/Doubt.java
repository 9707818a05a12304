package io.filon.intake.plan;

import java.util.List;

/// Something in the files the reader should check, said by the sentence `doubt.` + `code` of the message bundle.
///
/// @param file     empty when it concerns all
/// @param column   empty when it concerns the file
/// @param severity 1 may change the result, 2 may change a detail, 3 good to know
/// @param values   fill the sentence: numbers as numbers, the rest as text
public record Doubt(String code, String file, String column, int severity, List<Object> values) {

    /// A column of customers with what each bought in all.
    public static final String CUSTOMER_TOTALS = "customer_totals";

    public Doubt {
        values = List.copyOf(values);
    }
}
