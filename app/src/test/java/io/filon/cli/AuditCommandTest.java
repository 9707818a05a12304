package io.filon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.filon.workspace.InitFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The main job on the corner shop, whose numbers are worked out by hand in its README.
class AuditCommandTest {

    @TempDir
    static Path shared;

    private static String json = "";

    @TempDir
    Path folder;

    @BeforeAll
    static void audit() {
        Cli done = Cli.run(with(Cli.cornerShop(), "--json", "-", "--quiet", "--workspace", shared.resolve("shop")));
        assertThat(done.code()).as(done.err()).isZero();
        json = done.out();
    }

    @Test
    void says_what_the_readme_works_out() {
        JsonNode audit = Cli.audit(Cli.cornerShop());
        JsonNode base = audit.get("base");

        assertThat(base.get("customers").asLong()).isEqualTo(30);
        assertThat(base.get("buyers").asLong()).isEqualTo(27);
        assertThat(base.get("orders").asLong()).isEqualTo(77);
        assertThat(base.get("order_lines").asLong()).isEqualTo(81);
        assertThat(base.get("revenue").decimalValue()).isEqualByComparingTo("4622.20");
        assertThat(base.get("net").decimalValue()).isEqualByComparingTo("1127");
        assertThat(audit.get("as_of").asString()).isEqualTo("2025-12-31");
        assertThat(audit.get("stars").get("customers").asLong()).isEqualTo(2);
    }

    @Test
    void the_json_is_as_its_schema_says() {
        String schema = new String(InitFiles.schema("audit"), StandardCharsets.UTF_8);

        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema)
                        .validate(json, InputFormat.JSON))
                .isEmpty();
        assertThat(json).doesNotContainPattern("\\d[eE][+-]?\\d");
    }

    @Test
    void writes_a_page_and_a_list_a_group() throws IOException {
        Path page = folder.resolve("informe.html");
        Path lists = folder.resolve("listas");

        Cli done = Cli.run(with(Cli.cornerShop(), "--html", page, "--lists", lists, "--lang", "es-ES"));

        assertThat(done.code()).isZero();
        assertThat(Files.readString(page))
                .contains("<html lang=\"es-ES\"")
                .contains("clientes estrella")
                .doesNotContainPattern("(src|href)=\"https?:");
        assertThat(lists.resolve("star_customers.csv"))
                .content(StandardCharsets.UTF_8)
                .contains("C01", "C02");
        assertThat(done.out()).contains("informe.html");
    }

    @Test
    void speaks_english_when_asked() {
        Cli done = Cli.run(with(Cli.cornerShop(), "--lang", "en"));

        assertThat(done.out()).contains("customers").doesNotContain("clientes estrella");
    }

    @Test
    void importing_twice_changes_nothing() {
        JsonNode twice = Cli.audit(Cli.cornerShop(), "--workspace", audited());

        assertThat(twice).isEqualTo(Cli.json(json));
    }

    @Test
    void a_workspace_can_be_audited_again_without_its_files() {
        JsonNode first = Cli.json(json);
        assertThat(first.get("doubts")).isNotEmpty();
        assertThat(first.at("/sources/0/columns")).isNotEmpty();

        JsonNode again = Cli.audit(List.of(), "--workspace", audited());

        assertThat(again).isEqualTo(first);
    }

    @Test
    void another_file_leaves_what_was_doubted_of_the_first() throws IOException {
        Path company = folder.resolve("dos");
        String head = "order_id,customer_id,order_date,amount,note\n";
        Path first = Files.writeString(
                folder.resolve("uno.csv"), head + months("A") + "A98,C1,never,10.00,x\nA99,C1,never,10.00,x\n");
        Path second = Files.writeString(folder.resolve("otro.csv"), head + months("B"));
        JsonNode alone = Cli.audit(List.of(first), "--workspace", company);
        assertThat(alone.get("doubts").toString()).contains("uno.csv");

        JsonNode both = Cli.audit(List.of(second), "--workspace", company);

        assertThat(both.get("doubts").valueStream().map(Object::toString))
                .containsAll(alone.get("doubts")
                        .valueStream()
                        .filter(doubt -> !doubt.get("file").asString().isEmpty())
                        .map(Object::toString)
                        .toList());
        assertThat(both.at("/sources/0/columns")).isEqualTo(alone.at("/sources/0/columns"));
    }

    private static String months(String prefix) {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(i -> "%s%d,C%d,2024-%02d-15,%d.50,\n".formatted(prefix, i, i % 4, i, 10 + i))
                .collect(Collectors.joining());
    }

    @Test
    void a_failed_run_leaves_the_workspace_as_it_was() throws IOException {
        Path company = audited();
        Map<String, Long> before = contents(company);
        Path bad = Files.writeString(folder.resolve("malo.csv"), "");

        Cli done = Cli.run("audit", bad, "--workspace", company, "--quiet");

        assertThat(done.code()).isEqualTo(2);
        assertThat(contents(company)).isEqualTo(before);
    }

    @Test
    void a_correction_wins_over_what_was_understood() throws IOException {
        Path sales = Files.writeString(
                folder.resolve("ventas.csv"),
                "cliente;fecha;importe;otra\nA;05/01/2025;10,00;11,00\nB;20/01/2025;20,00;21,00\nA;25/02/2025;5,00;6,00\n");

        JsonNode audit =
                Cli.audit(List.of(sales), "--map", "ventas.csv:importe=ignored", "--map", "ventas.csv:otra=amount");

        assertThat(audit.get("base").get("revenue").decimalValue()).isEqualByComparingTo("38");
    }

    @Test
    void names_the_nearest_column_of_a_wrong_correction() {
        Cli done = Cli.run(
                with(Cli.cornerShop(), "--map", "pedidos.csv:fecha_pedid=ordered_at", "--lang", "en", "--quiet"));

        assertThat(done.code()).isEqualTo(2);
        assertThat(done.err()).contains("fecha_pedid").contains("fecha_pedido");
    }

    @Test
    void counts_only_up_to_the_day_asked() {
        JsonNode audit = Cli.audit(Cli.cornerShop(), "--as-of", "2024-12-31");

        assertThat(audit.get("as_of").asString()).isEqualTo("2024-12-31");
        assertThat(audit.get("base").get("last_order_on").asString()).isLessThanOrEqualTo("2024-12-31");
    }

    @Test
    void refuses_a_day_before_the_first_order() {
        Cli done = Cli.run(with(Cli.cornerShop(), "--as-of", "2001-01-01", "--quiet", "--lang", "en"));

        assertThat(done.code()).isEqualTo(2);
        assertThat(done.err()).contains("2001-01-01").contains("2023-02-15");
    }

    @Test
    void says_what_changed_since_the_audit_before() {
        Path company = folder.resolve("shop");
        Path json = folder.resolve("june.json");
        Path lists = folder.resolve("lists");
        Cli.run(with(Cli.cornerShop(), "--workspace", company, "--as-of", "2025-06-30", "--json", json, "--quiet"));

        JsonNode kept = Cli.audit(List.of(), "--workspace", company, "--as-of", "2025-12-31", "--since", "last");
        JsonNode named = Cli.audit(Cli.cornerShop(), "--since", json);
        Cli.run("audit", "--workspace", company, "--since", "2025-07-15", "--lists", lists, "--quiet");

        JsonNode stars = kept.get("change").get("groups").get(0);
        assertThat(stars.get("before").asLong()).isEqualTo(1);
        assertThat(stars.get("entered").asLong()).isEqualTo(2);
        assertThat(stars.get("left").asLong()).isEqualTo(1);
        assertThat(stars.get("now").asLong()).isEqualTo(2);
        assertThat(kept.get("review").get("on").asString()).isEqualTo("2026-06-29");
        assertThat(named.get("change").get("groups").get(0).get("entered").isNull())
                .isTrue();
        assertThat(named.get("change").get("why_code").asString()).isEqualTo("change.why.json");
        assertThat(lists.resolve("star_customers_entered.csv")).content().contains("C01", "C02");
    }

    @Test
    void refuses_an_earlier_audit_that_is_none() {
        Cli done = Cli.run(with(Cli.cornerShop(), "--since", "yesterday", "--quiet", "--lang", "en"));

        assertThat(done.code()).isEqualTo(2);
        assertThat(done.err()).contains("yesterday");
    }

    private Path audited() {
        return Cli.copy(shared.resolve("shop"), folder.resolve("shop"));
    }

    private static Object[] with(List<Path> files, Object... more) {
        return Stream.of(Stream.of("audit"), files.stream(), Stream.of(more))
                .flatMap(part -> part)
                .toArray();
    }

    private static Map<String, Long> contents(Path folder) throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sizes.put(
                        folder.relativize(file).toString(),
                        Files.size(file) * 31 + Files.getLastModifiedTime(file).toMillis());
            }
        }
        return sizes;
    }
}
