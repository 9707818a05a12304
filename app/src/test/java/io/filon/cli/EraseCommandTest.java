package io.filon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.store.DuckStore;
import io.filon.store.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Forgetting one customer of the corner shop: everywhere, and for good.
class EraseCommandTest {

    private static final String GONE = "C01";

    private record Column(String tableName, String columnName) {}

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private Path company;

    @BeforeAll
    static void workspace() {
        Path made = shared.resolve("shop");
        assertThat(Cli.run("init", made, "--lang", "en").code()).isZero();
        imported(Cli.cornerShop(), made);
        assertThat(Cli.run("segment", "list", "--workspace", made, "--quiet").code())
                .isZero();
    }

    @BeforeEach
    void open() {
        company = Cli.copy(shared.resolve("shop"), folder.resolve("shop"));
    }

    @Test
    void nothing_changes_until_it_is_confirmed() {
        Cli asked = Cli.run("erase", GONE, "--workspace", company);

        assertThat(asked.code()).isEqualTo(2);
        assertThat(asked.out()).contains("1 customer record", "orders", "--yes", "source files still hold");
        assertThat(count()).isEqualTo("30");
    }

    @Test
    void no_table_names_the_person_afterwards_and_the_same_files_do_not_bring_them_back() throws IOException {
        assertThat(mentions()).isNotEmpty();

        Cli erased = Cli.run("erase", GONE, "--workspace", company, "--yes");

        assertThat(erased.code()).as(erased.err()).isZero();
        assertThat(mentions()).isEmpty();
        assertThat(company.resolve("sources.yaml")).content().doesNotContain(GONE);
        assertThat(count()).isEqualTo("29");

        imported(changed(), company);

        assertThat(mentions()).isEmpty();
        assertThat(count()).isEqualTo("29");
        assertThat(Cli.run("erase", GONE, "--workspace", company).err()).contains(GONE);
    }

    @Test
    void what_is_held_about_a_person_can_be_handed_over() {
        Cli export = Cli.run("export", GONE, "--workspace", company);

        assertThat(export.code()).as(export.err()).isZero();
        assertThat(export.out()).contains("\"customer_id\" : \"C01\"", "\"orders\"", "\"order_lines\"");
        assertThat(export.out()).doesNotContain("\"C02\"");
    }

    private static String count(Path company) {
        Cli count = Cli.run("segment", "count", "everyone", "--workspace", company, "--json", "-", "--quiet");
        return count.out().replaceAll("(?s).*\"base\" : ([0-9]+).*", "$1");
    }

    private String count() {
        return count(company);
    }

    /// The same files with another line end, so that they are read anew.
    private List<Path> changed() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path file : Cli.cornerShop()) {
            Path copy = Files.createDirectories(folder.resolve("again")).resolve(file.getFileName());
            Files.writeString(copy, Files.readString(file).stripTrailing() + "\r\n");
            files.add(copy);
        }
        return files;
    }

    private static void imported(List<Path> files, Path company) {
        Cli imported = Cli.run(
                Stream.of(Stream.of("import"), files.stream(), Stream.of("--workspace", company, "--yes", "--quiet"))
                        .flatMap(part -> part)
                        .toArray());
        assertThat(imported.code()).as(imported.err()).isZero();
    }

    /// Columns of text in which the customer's id stands as a word.
    private List<String> mentions() {
        List<String> found = new ArrayList<>();
        try (DuckStore store = DuckStore.open(company.resolve("data/filon.duckdb"), DuckStore.Limits.NONE)) {
            for (Column column : store.query(
                    Sql.of("select c.table_name, c.column_name from information_schema.columns as c "
                            + "join information_schema.tables as t on t.table_name = c.table_name "
                            + "where c.table_schema = 'main' and t.table_schema = 'main' "
                            + "and t.table_type = 'BASE TABLE' and c.data_type = 'VARCHAR'"),
                    Column.class)) {
                long rows = store.number(Sql.of("select count(*) from %s where regexp_matches(%s, '\\b%s\\b')"
                        .formatted(Sql.name(column.tableName), Sql.name(column.columnName), GONE)));
                if (rows > 0) {
                    found.add(column.tableName + "." + column.columnName);
                }
            }
        }
        return found;
    }
}
