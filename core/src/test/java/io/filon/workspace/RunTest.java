package io.filon.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.filon.problem.FilonException;
import io.filon.store.DuckStore;
import io.filon.store.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @Test
    void keeps_what_was_committed() {
        Workspace workspace = Workspace.at(folder.resolve("shop"));
        commit(workspace, "create table kept as select 1 as a");

        try (Run next = Run.begin(workspace, DuckStore.Limits.NONE)) {
            assertThat(next.store().tables()).containsExactly("kept");
        }
    }

    @Test
    void leaves_the_workspace_as_it_was_when_not_committed() throws IOException {
        Workspace workspace = Workspace.at(folder.resolve("shop"));
        commit(workspace, "create table kept as select 1 as a");
        byte[] before = Files.readAllBytes(workspace.database());

        try (Run run = Run.begin(workspace, DuckStore.Limits.NONE)) {
            run.store().run(Sql.of("drop table kept"));
            run.write(workspace.sourcesFile(), "half");
        }

        assertThat(Files.readAllBytes(workspace.database())).isEqualTo(before);
        assertThat(workspace.sourcesFile()).doesNotExist();
        assertThat(workspace.folder().resolve("data/next")).doesNotExist();
    }

    @Test
    void removes_a_folder_it_made_for_nothing() {
        Workspace workspace = Workspace.at(folder.resolve("shop"));

        Run.begin(workspace, DuckStore.Limits.NONE).close();

        assertThat(workspace.folder()).doesNotExist();
    }

    @Test
    void one_run_at_a_time_holds_a_workspace() {
        Workspace workspace = Workspace.at(folder.resolve("shop"));
        try (Run first = Run.begin(workspace, DuckStore.Limits.NONE)) {
            assertThat(first.store().tables()).isEmpty();
            assertThatThrownBy(() -> Run.begin(workspace, DuckStore.Limits.NONE))
                    .isInstanceOf(FilonException.class)
                    .hasMessageContaining("shop");
        }
    }

    @Test
    void a_run_cut_off_before_leaves_nothing_to_the_next() throws IOException {
        Workspace workspace = Workspace.at(folder.resolve("shop"));
        Files.createDirectories(workspace.folder().resolve("data/next"));
        Files.writeString(workspace.folder().resolve("data/next/filon.duckdb"), "half written");

        commit(workspace, "create table kept as select 1 as a");

        assertThat(workspace.database()).isNotEmptyFile();
    }

    private static void commit(Workspace workspace, String statement) {
        try (Run run = Run.begin(workspace, DuckStore.Limits.NONE)) {
            run.store().run(Sql.of(statement));
            run.commit();
        }
    }
}
