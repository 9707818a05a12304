package io.filon.intake.file.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a tracker packs into one field of an event, read where it is needed. Who did it and when must stand beside it.
final class Payload {

    private static final Set<String> FIELDS = Set.of(
            "properties",
            "context",
            "event_params",
            "event_properties",
            "user_properties",
            "params",
            "payload",
            "traits");

    private static final Set<String> TIMES =
            Set.of("time", "timestamp", "ts", "date", "datetime", "at", "when", "fecha", "hora");

    private static final Set<String> NAMES = Set.of("name", "event", "event_name", "eventName", "action", "type");

    private static final Set<String> PERSONS = Set.of(
            "user",
            "customer",
            "client",
            "person",
            "visitor",
            "distinct",
            "anonymous",
            "device",
            "contact",
            "member",
            "profile",
            "usuario",
            "cliente",
            "persona",
            "visitante",
            "contacto",
            "socio");

    private static final Set<String> IDS = Set.of("id", "key", "uid", "uuid", "number", "pseudo");

    private static final Set<String> WHOLE =
            Set.of("email", "correo", "uid", "userid", "customerid", "clientid", "visitorid");

    private Payload() {}

    /// Whether the event carries one. What anything may be called, `data`, is one in what has a name and a time.
    static boolean in(JsonNode event) {
        return event.properties().stream()
                .anyMatch(field -> field.getValue().isObject()
                        && (FIELDS.contains(field.getKey())
                                || (field.getKey().equals("data")
                                        && has(event, NAMES::contains)
                                        && has(event, Payload::time))));
    }

    /// The event with the time out of its payload, and the person out of it or of the object about her, where it tells
    /// none itself.
    static JsonNode lifted(JsonNode event) {
        boolean timed = has(event, Payload::time);
        boolean known = has(event, Payload::person);
        if (timed && known) {
            return event;
        }
        ObjectNode lifted = (ObjectNode) event.deepCopy();
        event.properties().stream()
                .filter(field -> field.getValue().isObject() && FIELDS.contains(field.getKey()))
                .flatMap(payload -> payload.getValue().properties().stream())
                .filter(field ->
                        !field.getValue().isContainer() && !field.getValue().isNull())
                .filter(field -> (!timed && time(field.getKey())) || (!known && person(field.getKey())))
                .forEach(field -> lifted.putIfAbsent(field.getKey(), field.getValue()));
        if (!has(lifted, Payload::person)) {
            event.properties().stream()
                    .filter(field -> field.getValue().isObject()
                            && PERSONS.contains(field.getKey().toLowerCase(Locale.ROOT)))
                    .forEach(about -> identify(lifted, about.getKey(), about.getValue()));
        }
        return lifted;
    }

    private static void identify(ObjectNode lifted, String who, JsonNode person) {
        person.properties().stream()
                .filter(field ->
                        !field.getValue().isContainer() && !field.getValue().isNull())
                .filter(field -> IDS.contains(field.getKey()) || WHOLE.contains(field.getKey()))
                .forEach(field -> lifted.putIfAbsent(who + "." + field.getKey(), field.getValue()));
    }

    private static boolean has(JsonNode event, Predicate<String> what) {
        return event.properties().stream()
                .anyMatch(field ->
                        !field.getValue().isContainer() && !field.getValue().isNull() && what.test(field.getKey()));
    }

    private static boolean time(String field) {
        return TIMES.contains(Words.of(field).getLast());
    }

    private static boolean person(String field) {
        List<String> words = Words.of(field);
        return words.stream().anyMatch(WHOLE::contains)
                || (words.stream().anyMatch(PERSONS::contains) && IDS.contains(words.getLast()));
    }
}
