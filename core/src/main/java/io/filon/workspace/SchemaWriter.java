package io.filon.workspace;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.filon.text.Phrase;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes the JSON Schema (draft 2020-12) of a record: of what a report contains, or of a YAML file a person edits, so
/// that an editor can complete and check it.
///
/// Names are written `snake_case`, enums in lower case, a [Phrase] as text with a second member `…_code`.
///
/// @param edited    true for a file a person edits: nothing is required and everything has a default
/// @param shorthand records that may also be written as one number
/// @param says      what a component means, given its record and name, or the whole record when the name is
///     empty; empty when nothing is said
public record SchemaWriter(boolean edited, Set<Class<?>> shorthand, BiFunction<Class<?>, String, String> says) {

    public SchemaWriter {
        shorthand = Set.copyOf(shorthand);
    }

    /// What is described by name; two records of one name are told apart by those they stand in.
    private record Definitions(Map<String, Object> schemas, Map<Class<?>, String> names) {
        String name(Class<?> record) {
            return names.computeIfAbsent(record, _ -> free(record.getSimpleName(), record));
        }

        private String free(String name, Class<?> in) {
            Class<?> around = in.getEnclosingClass();
            if (!names.containsValue(name)) {
                return name;
            }
            return around == null
                    ? free(capital(in.getPackageName()) + name, in)
                    : free(around.getSimpleName() + name, around);
        }

        private static String capital(String packageName) {
            String last = packageName.substring(packageName.lastIndexOf('.') + 1);
            return last.substring(0, 1).toUpperCase(Locale.ROOT) + last.substring(1);
        }
    }

    /// @return the schema, ended by a line break
    public String write(String title, Class<? extends Record> root) {
        Definitions definitions = new Definitions(new LinkedHashMap<>(), new LinkedHashMap<>());
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", title);
        schema.putAll(object(root, definitions));
        schema.put("$defs", definitions.schemas);
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(schema)
                + "\n";
    }

    private Map<String, Object> object(Class<?> record, Definitions definitions) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : flattened(record)) {
            String name = snakeCase(component.getName());
            Map<String, Object> property = typed(component.getAnnotatedType(), definitions);
            String meaning = says.apply(component.getDeclaringRecord(), component.getName());
            if (!meaning.isEmpty()) {
                property.put("description", meaning);
            }
            properties.put(name, property);
            required.add(name);
            if (component.getType() == Phrase.class) {
                properties.put(name + "_code", Map.of("type", "string"));
            }
        }
        Map<String, Object> object = new LinkedHashMap<>();
        String whole = says.apply(record, "");
        if (!whole.isEmpty()) {
            object.put("description", whole);
        }
        object.put("type", "object");
        object.put("properties", properties);
        if (!edited) {
            object.put("required", required);
        }
        object.put("additionalProperties", false);
        return object;
    }

    /// The components of a record, those of an unwrapped one in its place.
    private static List<RecordComponent> flattened(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .flatMap(component -> component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                        ? flattened(component.getType()).stream()
                        : Stream.of(component))
                .toList();
    }

    private static String snakeCase(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private Map<String, Object> typed(AnnotatedType type, Definitions definitions) {
        Map<String, Object> schema = new LinkedHashMap<>(plain(type, definitions));
        if (type.isAnnotationPresent(Nullable.class)) {
            return orNull(schema);
        }
        return schema;
    }

    private static Map<String, Object> orNull(Map<String, Object> schema) {
        Object type = schema.get("type");
        if (type == null) {
            return new LinkedHashMap<>(Map.of("anyOf", List.of(schema, Map.of("type", "null"))));
        }
        schema.put("type", List.of(type, "null"));
        return schema;
    }

    private Map<String, Object> plain(AnnotatedType type, Definitions definitions) {
        if (type instanceof AnnotatedParameterizedType parameterized) {
            AnnotatedType[] arguments = parameterized.getAnnotatedActualTypeArguments();
            Map<String, Object> element = typed(arguments[arguments.length - 1], definitions);
            return arguments.length == 1
                    ? ordered("type", "array", "items", element)
                    : ordered("type", "object", "additionalProperties", element);
        }
        Class<?> raw = (Class<?>) type.getType();
        return raw.isRecord() && raw != Phrase.class ? reference(raw, definitions) : value(raw);
    }

    private Map<String, Object> reference(Class<?> record, Definitions definitions) {
        String name = definitions.name(record);
        if (!definitions.schemas.containsKey(name)) {
            definitions.schemas.put(name, Map.of());
            Map<String, Object> object = object(record, definitions);
            definitions.schemas.put(
                    name,
                    shorthand.contains(record) ? Map.of("oneOf", List.of(Map.of("type", "number"), object)) : object);
        }
        return Map.of("$ref", "#/$defs/" + name);
    }

    private static Map<String, Object> value(Class<?> type) {
        if (type.isEnum()) {
            List<String> names = Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                    .toList();
            return Map.of("enum", names);
        }
        if (type == LocalDate.class) {
            return ordered("type", "string", "format", "date");
        }
        if (type == Instant.class) {
            return ordered("type", "string", "format", "date-time");
        }
        return Map.of("type", primitive(type));
    }

    // Map.of has no order of its own, and the file must be the same on every run.
    private static Map<String, Object> ordered(String first, Object one, String second, Object other) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(first, one);
        map.put(second, other);
        return map;
    }

    private static String primitive(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        if (type == int.class || type == long.class || type == Long.class || type == Integer.class) {
            return "integer";
        }
        if (type == double.class || type == Double.class || type == BigDecimal.class) {
            return "number";
        }
        if (type == String.class || type == Phrase.class) {
            return "string";
        }
        throw new IllegalArgumentException("no JSON Schema for " + type.getName());
    }
}
