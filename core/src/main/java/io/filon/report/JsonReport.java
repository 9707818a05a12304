package io.filon.report;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.filon.text.Phrase;
import java.math.BigDecimal;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// The audit as JSON for programs, described by `io/filon/schema/audit.schema.json`.
///
/// Money keeps all its digits and is never written with an exponent; days are `2026-06-30`; what is not known is null.
/// A sentence is written in the reader's language, and beside it, under the same name with `_code`, the key that does
/// not change with the language.
public final class JsonReport {

    private final JsonMapper mapper;

    public JsonReport(Language language) {
        this.mapper = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .changeDefaultVisibility(seen -> seen.withIsGetterVisibility(Visibility.NONE))
                .addModule(new SimpleModule()
                        .addSerializer(new Sentences(language))
                        .addSerializer(new Lower())
                        .addKeySerializer(Enum.class, new LowerName())
                        .addSerializer(Double.class, new Plain())
                        .addSerializer(double.class, new Plain()))
                .build();
    }

    /// @return the document, ended by a line break
    public String write(Record document) {
        return mapper.writeValueAsString(document) + "\n";
    }

    /// Writes one of a few words as the schema names it, `measured`.
    private static final class Lower extends StdSerializer<Enum<?>> {
        Lower() {
            super(Enum.class);
        }

        @Override
        public void serialize(Enum<?> word, JsonGenerator json, SerializationContext context) {
            json.writeString(word.name().toLowerCase(Locale.ROOT));
        }
    }

    /// The same as the name of a member.
    private static final class LowerName extends StdSerializer<Object> {
        LowerName() {
            super(Enum.class);
        }

        @Override
        public void serialize(Object word, JsonGenerator json, SerializationContext context) {
            json.writeName(((Enum<?>) word).name().toLowerCase(Locale.ROOT));
        }
    }

    /// Writes a number without an exponent: not every program that reads JSON takes one.
    private static final class Plain extends StdSerializer<Double> {
        Plain() {
            super(Double.class);
        }

        @Override
        public void serialize(Double number, JsonGenerator json, SerializationContext context) {
            if (Double.isFinite(number)) {
                json.writeNumber(BigDecimal.valueOf(number));
            } else {
                json.writeNumber(number);
            }
        }
    }

    /// Writes a phrase as its sentence, then its key as a second member; in a list the sentence alone.
    private static final class Sentences extends StdSerializer<Phrase> {
        private final transient Language language;

        Sentences(Language language) {
            super(Phrase.class);
            this.language = language;
        }

        @Override
        public void serialize(Phrase phrase, JsonGenerator json, SerializationContext context) {
            String name = json.streamWriteContext().currentName();
            boolean inList = json.streamWriteContext().inArray();
            json.writeString(language.say(phrase));
            if (!inList) {
                json.writeStringProperty(name + "_code", phrase.key());
            }
        }
    }
}
