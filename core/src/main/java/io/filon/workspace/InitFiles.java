package io.filon.workspace;

import io.filon.problem.FilonException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The files a new workspace starts with: commented settings, and the schemas that let an editor complete them.
public final class InitFiles {

    private static final List<String> SCHEMAS = List.of("filon", "sources", "segment", "persona", "job", "proposition");

    private InitFiles() {}

    /// @param language `es` or `en`, of the comments
    /// @throws FilonException when the folder is a workspace already
    public static void write(Workspace workspace, String language) {
        if (Files.exists(workspace.settingsFile())) {
            throw new FilonException("workspace.exists", workspace.folder().toString());
        }
        try {
            Path schemas = Files.createDirectories(workspace.folder().resolve("schemas"));
            Files.createDirectories(workspace.segmentsFolder());
            for (String example : List.of("loyal", "big-losses")) {
                Files.write(
                        workspace.segmentsFolder().resolve("example-%s.yaml.txt".formatted(example)),
                        resource("segment-%s.%s.yaml".formatted(example, language)));
            }
            for (String schema : SCHEMAS) {
                Files.write(schemas.resolve(schema + ".schema.json"), schema(schema));
            }
            Files.createDirectories(workspace.personasFolder());
            Files.write(
                    workspace.personasFolder().resolve("example.yaml.txt"),
                    resource("persona.%s.yaml".formatted(language)));
            Files.createDirectories(workspace.propositionsFolder());
            Files.write(
                    workspace.propositionsFolder().resolve("example.yaml.txt"),
                    resource("proposition.%s.yaml".formatted(language)));
            Files.write(workspace.folder().resolve("market.yaml.txt"), resource("market.%s.yaml".formatted(language)));
            Files.write(
                    workspace.personasFolder().resolve("example-behaviour.yaml.txt"),
                    resource("persona-behaviour.%s.yaml".formatted(language)));
            Files.write(workspace.folder().resolve("events.yaml.txt"), resource("events.%s.yaml".formatted(language)));
            Files.write(workspace.settingsFile(), resource("filon.%s.yaml".formatted(language)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + workspace.folder(), e);
        }
    }

    /// The JSON Schema of one kind of document: `filon`, `sources`, `segment`, `persona`, `audit` or `value`.
    public static byte[] schema(String name) {
        return resource("/io/filon/schema/%s.schema.json".formatted(name));
    }

    private static byte[] resource(String name) {
        try (InputStream in = InitFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("No resource " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
