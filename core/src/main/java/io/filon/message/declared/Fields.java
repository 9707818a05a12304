package io.filon.message.declared;

import io.filon.problem.Nearest;
import io.filon.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Takes fields out of a proposition's file and notes what is wrong with each.
final class Fields {

    private final String file;
    private final List<Problem> problems;

    Fields(String file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    void wrong(String code, Object... rest) {
        List<Object> values = new ArrayList<>(List.of(file));
        values.addAll(List.of(rest));
        problems.add(new Problem(code, values));
    }

    void known(String path, JsonNode node, Collection<String> keys) {
        for (String key : node.propertyNames()) {
            if (!keys.contains(key)) {
                Nearest.to(key, keys)
                        .ifPresentOrElse(
                                near -> wrong("settings.unknown_near", path + key, near),
                                () -> wrong(
                                        "settings.unknown",
                                        path + key,
                                        String.join(", ", keys.stream().sorted().toList())));
            }
        }
    }

    /// A map; what is written otherwise is told.
    boolean isMap(String path, JsonNode node, String example) {
        if (node.isObject()) {
            return true;
        }
        if (!node.isMissingNode() && !node.isNull()) {
            wrong("settings.type", path, node.toString(), example);
        }
        return false;
    }

    boolean isList(String path, JsonNode node, String example) {
        if (node.isArray()) {
            return true;
        }
        if (!node.isMissingNode() && !node.isNull()) {
            wrong("settings.type", path, node.toString(), example);
        }
        return false;
    }

    String text(String path, JsonNode node) {
        if (!node.isMissingNode() && !node.isNull() && !node.isValueNode()) {
            wrong("settings.type", path, node.toString(), "\"…\"");
        }
        return node.isValueNode() ? node.asString("").strip() : "";
    }

    String required(String path, JsonNode node, String code) {
        String text = text(path, node);
        if (text.isEmpty()) {
            wrong(code, path);
        }
        return text;
    }

    List<String> texts(String path, JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isString()) {
            texts.add(node.asString().strip());
        } else if (isList(path, node, "[taller, asesor]")) {
            node.forEach(each -> texts.add(text(path, each)));
        }
        return texts;
    }

    /// A number, or a share as `20 %`; null, and told, when it is neither or out of bounds.
    @Nullable
    Double number(String path, JsonNode node, double least, double most) {
        Double value = node.isNumber() ? Double.valueOf(node.asDouble()) : percent(node.asString(""));
        if (value == null || !(value >= least && value <= most)) {
            wrong("proposition.number", path, node.toString(), least, most);
            return null;
        }
        return value;
    }

    /// As [#number], null without a word when it is not there.
    @Nullable
    Double perhaps(String path, JsonNode node, double least, double most) {
        return node.isMissingNode() || node.isNull() ? null : number(path, node, least, most);
    }

    private static @Nullable Double percent(String text) {
        return text.matches("-?[0-9]+([.,][0-9]+)? ?%")
                ? Double.parseDouble(text.replaceAll("[ %]", "").replace(',', '.')) / 100
                : null;
    }

    /// One of an enum's names in lower case; `otherwise` where nothing is said, or after telling.
    <E extends Enum<E>> E choice(String path, JsonNode node, Class<E> of, E otherwise) {
        String said = text(path, node).toLowerCase(Locale.ROOT).replace("ú", "u");
        if (said.isEmpty()) {
            return otherwise;
        }
        List<String> names = Stream.of(of.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        int place = names.indexOf(said);
        if (place < 0) {
            wrong("proposition.choice", path, said, String.join(", ", names));
            return otherwise;
        }
        return of.getEnumConstants()[place];
    }

    boolean flag(String path, JsonNode node) {
        if (!node.isMissingNode() && !node.isNull() && !node.isBoolean()) {
            wrong("settings.type", path, node.toString(), "true");
        }
        return node.asBoolean(false);
    }
}
