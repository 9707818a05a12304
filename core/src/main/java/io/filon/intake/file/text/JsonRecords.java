package io.filon.intake.file.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// JSON objects as records of one cell, the object as text on one line.
///
/// Two ways to read: one object a line, where a malformed line is one flawed record; or a stream — an array of
/// objects, objects one after another over several lines, or one object that stands alone and wraps an array — where
/// the first mistake ends the reading with a flawed record.
public final class JsonRecords implements Records {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final BufferedReader in;
    private final boolean lines;
    private final Deque<Row> waiting = new ArrayDeque<>();
    private Optional<JsonParser> parser = Optional.empty();
    private boolean begun;
    private boolean ended;
    private long line;

    private JsonRecords(BufferedReader in, boolean lines) {
        this.in = in;
        this.lines = lines;
    }

    public static JsonRecords lines(TextFile text) throws IOException {
        return new JsonRecords(text.open(), true);
    }

    public static JsonRecords stream(TextFile text) throws IOException {
        return new JsonRecords(text.open(), false);
    }

    /// Whether the text has one whole object on each of its first lines, or nearly. One alone may wrap an array.
    public static boolean isLines(String head) {
        List<String> first =
                head.lines().filter(line -> !line.isBlank()).limit(10).toList();
        long objects = first.stream().filter(line -> object(line).isPresent()).count();
        return !head.stripLeading().startsWith("[") && first.size() > 1 && objects * 2 >= first.size();
    }

    /// The text as one JSON object; empty when it is anything else.
    public static Optional<JsonNode> object(String text) {
        try {
            return Optional.of(JSON.readTree(text)).filter(JsonNode::isObject);
        } catch (JacksonException e) {
            return Optional.empty(); // the answer
        }
    }

    /// The object with each field of the objects in it, and each key of a list of keys and values, as a field of its
    /// own, `customer.id`. Other lists stay as they are, and so does an event whose payload is one object; only who
    /// did it and when are taken out of that.
    public static JsonNode flat(JsonNode object) {
        if (Payload.in(object)) {
            return Payload.lifted(object);
        }
        if (!nests(object)) {
            return object;
        }
        ObjectNode flat = JSON.createObjectNode();
        object.properties().forEach(field -> {
            if (field.getValue().isObject()) {
                flat(field.getValue())
                        .properties()
                        .forEach(inner -> flat.set(field.getKey() + "." + inner.getKey(), inner.getValue()));
            } else if (pairs(field.getValue())) {
                field.getValue()
                        .forEach(pair ->
                                flat.set(field.getKey() + "." + pair.get("key").asString(), scalar(pair.get("value"))));
            } else {
                flat.set(field.getKey(), field.getValue());
            }
        });
        return flat;
    }

    /// Whether [#flat] changes the object on this line.
    public static boolean nests(String line) {
        return object(line)
                .filter(object -> nests(object)
                        || (Payload.in(object) && !Payload.lifted(object).equals(object)))
                .isPresent();
    }

    private static boolean nests(JsonNode object) {
        return !Payload.in(object) && object.valueStream().anyMatch(value -> value.isObject() || pairs(value));
    }

    /// A list of parameters as Google Analytics writes it: `[{"key": "page", "value": {"string_value": "/"}}]`.
    private static boolean pairs(JsonNode value) {
        return value.isArray()
                && !value.isEmpty()
                && value.valueStream().allMatch(pair -> pair.path("key").isString() && pair.has("value"));
    }

    /// The value itself, whatever type it is written under.
    private static JsonNode scalar(JsonNode value) {
        return value.isObject()
                ? value.valueStream()
                        .filter(inner -> !inner.isNull())
                        .findFirst()
                        .orElseGet(JSON::nullNode)
                : value;
    }

    /// An object of the list with the number of its record before its own fields; a field called the same gets the
    /// list's name before its own.
    static JsonNode within(InnerList list, JsonNode record, JsonNode inner) {
        ObjectNode line = JSON.createObjectNode();
        line.set(list.key(), record.path(list.key()));
        flat(inner).properties().forEach(field -> {
            boolean taken = field.getKey().equals(list.key());
            line.set(taken ? list.name() + "." + field.getKey() : field.getKey(), field.getValue());
        });
        return line;
    }

    /// Adds the top-level keys of the object on this line; none when it is malformed.
    public static void addKeys(String line, Set<String> keys) {
        try (JsonParser json = JSON.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return;
            }
            List<String> found = new ArrayList<>();
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                found.add(name);
                json.nextToken();
                json.skipChildren();
            }
            keys.addAll(found);
        } catch (JacksonException e) {
            // Found again, and counted, when the line itself is read.
        }
    }

    /// The object with the place of each key in `keys` as its name, `c0`, `c1`…, so that keys which differ only in
    /// case stay apart.
    public static String numbered(JsonNode object, Set<String> keys) {
        ObjectNode numbered = JSON.createObjectNode();
        int place = 0;
        for (String key : keys) {
            JsonNode value = object.get(key);
            if (value != null) {
                numbered.set("c" + place, value);
            }
            place++;
        }
        return numbered.toString();
    }

    @Override
    public Optional<Row> next() throws IOException {
        return lines ? nextLine() : nextInStream();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private Optional<Row> nextLine() throws IOException {
        String text = in.readLine();
        while (text != null) {
            line++;
            if (!text.isBlank()) {
                return Optional.of(Row.of(line, List.of(text)));
            }
            text = in.readLine();
        }
        return Optional.empty();
    }

    private Optional<Row> nextInStream() {
        if (waiting.isEmpty() && !ended) {
            if (parser.isEmpty()) {
                parser = Optional.of(JSON.createParser(in));
            }
            readInStream(parser.get());
        }
        return Optional.ofNullable(waiting.pollFirst());
    }

    /// What can be read before the first mistake waits before it.
    private void readInStream(JsonParser json) {
        try {
            readObject(json);
        } catch (JacksonException e) {
            ended = true;
            long at = e.getLocation() == null
                    ? Math.max(1, line)
                    : e.getLocation().getLineNr();
            waiting.add(new Row(at, List.of(""), Row.Flaw.MALFORMED, 0));
        }
    }

    /// Reads one object and the first token after it, where the next call goes on.
    private void readObject(JsonParser json) {
        JsonToken token = begun ? json.currentToken() : json.nextToken();
        boolean root = !begun && token == JsonToken.START_OBJECT;
        begun = true;
        while (token == JsonToken.START_ARRAY || token == JsonToken.END_ARRAY) {
            token = json.nextToken();
        }
        if (token == null) {
            ended = true;
            return;
        }
        line = json.currentTokenLocation().getLineNr();
        if (token != JsonToken.START_OBJECT) {
            waiting.add(new Row(line, List.of(json.getString()), Row.Flaw.MALFORMED, 0));
            json.nextToken();
            return;
        }
        JsonNode object = json.readValueAsTree();
        waiting.add(row(object));
        boolean only = json.nextToken() == null && root;
        List<JsonNode> lists = only ? listsOfObjects(object) : List.of();
        if (lists.size() == 1 && InnerList.wraps(object, lists.getFirst())) {
            waiting.clear();
            lists.getFirst().forEach(inner -> waiting.add(row(inner)));
        }
    }

    /// Those in the object itself; where it has none, those in the objects it holds: `{"data": {"orders": […]}}`.
    private static List<JsonNode> listsOfObjects(JsonNode object) {
        List<JsonNode> own = object.valueStream()
                .filter(value ->
                        value.isArray() && !value.isEmpty() && value.get(0).isObject() && !pairs(value))
                .toList();
        return own.isEmpty()
                ? object.valueStream()
                        .filter(JsonNode::isObject)
                        .flatMap(inner -> listsOfObjects(inner).stream())
                        .toList()
                : own;
    }

    private Row row(JsonNode object) {
        return new Row(line, List.of(object.toString()), object.isObject() ? Row.Flaw.NONE : Row.Flaw.MALFORMED, 0);
    }
}
