package io.filon.cli.message;

import io.filon.message.service.TextService;
import io.filon.problem.FilonException;
import io.filon.workspace.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A text service over HTTP: one POST of JSON, one answer of JSON. Redirects are not followed, and only this machine is
/// spoken to without TLS: the key would be read by others.
final class HttpTextService implements TextService {

    private final URI address;
    private final Settings.TextService settings;
    private final @Nullable String key;
    private final HttpClient client;

    /// @param environment value of a variable, null when it is not set
    /// @throws FilonException when the address or the key cannot be used
    HttpTextService(Settings.TextService settings, UnaryOperator<@Nullable String> environment) {
        this.settings = settings;
        this.address = address(settings.address());
        this.key = settings.keyFrom().isBlank() ? null : environment.apply(settings.keyFrom());
        if (!settings.keyFrom().isBlank() && (key == null || key.isBlank())) {
            throw new FilonException("text_service.no_key", settings.keyFrom());
        }
        this.client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(settings.timeoutSeconds()))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    private static URI address(String text) {
        URI address;
        try {
            address = URI.create(text.strip());
        } catch (IllegalArgumentException e) {
            throw new FilonException("text_service.address", text);
        }
        String scheme = String.valueOf(address.getScheme());
        String host = String.valueOf(address.getHost());
        boolean here = host.matches("localhost|127\\.0\\.0\\.1|\\[::1]");
        if (address.getHost() == null || !(scheme.equals("https") || (scheme.equals("http") && here))) {
            throw new FilonException("text_service.address", text);
        }
        return address;
    }

    @Override
    public String answer(String request) {
        HttpRequest.Builder post = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(settings.timeoutSeconds()))
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(request, StandardCharsets.UTF_8));
        if (key != null) {
            post.header("Authorization", "Bearer " + key);
        }
        HttpResponse<String> response = send(post.build());
        if (response.statusCode() != 200) {
            throw new FilonException("text_service.status", Integer.toString(response.statusCode()));
        }
        return response.body();
    }

    private HttpResponse<String> send(HttpRequest request) {
        HttpResponse.BodyHandler<String> limited = HttpResponse.BodyHandlers.limiting(
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8), settings.mostBytes());
        try {
            return client.send(request, limited);
        } catch (HttpTimeoutException e) {
            throw new FilonException("text_service.late", settings.timeoutSeconds());
        } catch (IOException e) {
            String said = String.valueOf(e.getMessage());
            if (said.contains("exceeds limit") || said.contains("capacity")) {
                throw new FilonException("text_service.long", settings.mostBytes());
            }
            throw new FilonException("text_service.no_answer", String.valueOf(address.getHost()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FilonException("text_service.no_answer", String.valueOf(address.getHost()));
        }
    }
}
