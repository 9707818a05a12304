package io.filon.cli.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.filon.message.CornerShop;
import io.filon.message.check.Checked.Kind;
import io.filon.message.declared.Register;
import io.filon.message.draft.Draft;
import io.filon.message.service.Rephrasing;
import io.filon.message.service.Rephrasing.Tried;
import io.filon.problem.FilonException;
import io.filon.report.Language;
import io.filon.workspace.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A text service of our own on this machine, over real HTTP.
class HttpTextServiceTest {

    private static final Locale SPAIN = Locale.forLanguageTag("es-ES");

    private static CornerShop shop;
    private static Draft draft;

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private int status = 200;
    private String answer = "";
    private long waitMillis;

    @BeforeAll
    static void opens(@TempDir Path folder) throws IOException {
        shop = new CornerShop(folder);
        draft = shop.draft(Register.USTED);
    }

    @AfterAll
    static void closes() {
        shop.close();
    }

    @BeforeEach
    void listens() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/rephrase", exchange -> {
            requests.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            try {
                Thread.sleep(waitMillis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stops() {
        server.stop(0);
    }

    @Test
    void another_wording_that_passes_the_judge_takes_the_drafts_place() {
        answer = """
                {"headline": "Pruebe antes de comprar",
                 "body": "Aquí hay cata antes de comprar. Más del 50 % de los clientes no ha devuelto nada."}""";

        List<Tried> tried = rephrased("FILON_TEXT_KEY");

        assertThat(tried).hasSize(3).allMatch(Tried::replaced);
        assertThat(tried.getFirst().variant().headline().text()).isEqualTo("Pruebe antes de comprar");
        assertThat(keys).containsOnly("Bearer secret");
    }

    @Test
    void another_wording_with_an_invented_number_is_refused_and_the_draft_stays() {
        answer = """
                {"headline": "Ahorre un 30 %", "body": "Cata antes de comprar."}""";

        Tried first = rephrased("").getFirst();

        assertThat(first.replaced()).isFalse();
        assertThat(first.variant()).isEqualTo(draft.variants().getFirst());
        assertThat(first.refusals()).extracting(refusal -> refusal.kind()).containsExactly(Kind.NUMBER_WITHOUT_DATA);
        assertThat(keys).containsOnly("null");
    }

    @Test
    void only_the_draft_and_the_sentences_it_rests_on_are_sent() {
        answer = "{}";

        rephrased("");

        assertThat(requests)
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request)
                        .contains("\"format\":1", "\"register\":\"usted\"", "cata antes de comprar")
                        .doesNotContain("@", "Ana", "Prieto", "Madrid", "12,07", "12.07"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no json", "{}", "{\"headline\": \"Hola\"}", "[1, 2]", "{\"headline\": 3, \"body\": {}}"})
    void an_answer_that_cannot_be_read_leaves_the_draft(String text) {
        answer = text;

        Tried first = rephrased("").getFirst();

        assertThat(first.replaced()).isFalse();
        assertThat(first.problems().getFirst().code()).startsWith("text_service.");
    }

    @Test
    void an_error_a_long_answer_and_a_late_one_are_told_and_the_service_is_not_asked_again() {
        status = 503;
        assertThat(problem()).isEqualTo("text_service.status");
        assertThat(requests).hasSize(1);
        status = 200;
        answer = "x".repeat(5000);
        assertThat(problem()).isEqualTo("text_service.long");
        waitMillis = 1500;
        assertThat(problem()).isEqualTo("text_service.late");
        waitMillis = 0;
        server.stop(0);
        assertThat(problem()).isEqualTo("text_service.no_answer");
    }

    @Test
    void an_address_without_encryption_elsewhere_and_a_key_that_is_not_set_are_refused_before() {
        for (String address : new String[] {"http://texts.example/rephrase", "ftp://localhost/", "texts", "https://"}) {
            assertThat(code(address, "")).as(address).isEqualTo("text_service.address");
        }
        assertThat(code("http://localhost:1/", "FILON_NOT_SET")).isEqualTo("text_service.no_key");
    }

    private static String code(String address, String keyFrom) {
        return catchThrowableOfType(
                        FilonException.class,
                        () -> new HttpTextService(
                                new Settings.TextService(address, keyFrom, 1, 1024), name -> environment(name)))
                .problems()
                .getFirst()
                .code();
    }

    private String problem() {
        return rephrased("").getFirst().problems().getFirst().code();
    }

    private List<Tried> rephrased(String keyFrom) {
        String address =
                "http://127.0.0.1:%d/rephrase".formatted(server.getAddress().getPort());
        Settings.TextService settings = new Settings.TextService(address, keyFrom, 1, 4096);
        Language language = Language.of(SPAIN, "EUR");
        return new Rephrasing(
                        new HttpTextService(settings, name -> environment(name)),
                        shop.checker(draft),
                        SPAIN,
                        evidence -> language.say(evidence.says()))
                .of(draft);
    }

    private static @org.jspecify.annotations.Nullable String environment(String name) {
        return Map.of("FILON_TEXT_KEY", "secret").get(name);
    }
}
