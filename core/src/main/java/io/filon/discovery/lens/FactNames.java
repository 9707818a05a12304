package io.filon.discovery.lens;

import io.filon.rule.Rule;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Names for facts that rules and SQL both read: `Tipo de cliente` is `tipo_de_cliente`. One use.
final class FactNames {

    private static final Set<String> TAKEN = Set.of(
            "customer_id",
            "net",
            "all",
            "analyse",
            "analyze",
            "and",
            "any",
            "array",
            "as",
            "asc",
            "between",
            "both",
            "by",
            "case",
            "cast",
            "check",
            "collate",
            "column",
            "constraint",
            "create",
            "cross",
            "current_date",
            "default",
            "desc",
            "describe",
            "distinct",
            "do",
            "else",
            "end",
            "except",
            "exists",
            "false",
            "fetch",
            "for",
            "foreign",
            "from",
            "full",
            "grant",
            "group",
            "having",
            "in",
            "inner",
            "intersect",
            "interval",
            "into",
            "is",
            "join",
            "lateral",
            "left",
            "like",
            "limit",
            "natural",
            "not",
            "null",
            "offset",
            "on",
            "only",
            "or",
            "order",
            "outer",
            "pivot",
            "primary",
            "qualify",
            "references",
            "right",
            "select",
            "show",
            "some",
            "summarize",
            "table",
            "then",
            "to",
            "true",
            "union",
            "unique",
            "unpivot",
            "using",
            "when",
            "where",
            "window",
            "with");

    private final Set<String> given = new HashSet<>(TAKEN);

    FactNames() {
        given.addAll(Rule.WORDS);
    }

    /// A name of its own for each.
    String of(String attribute) {
        String plain = Normalizer.normalize(attribute, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_+|_+$", "");
        String start = plain.matches("[a-z].*") ? plain : "fact_" + plain;
        String name = start;
        for (int i = 2; !given.add(name); i++) {
            name = start + "_" + i;
        }
        return name;
    }
}
