package io.filon;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The shape of the library, checked: the loop runs one way, tools know no stage, one door to the engine.
class ArchitectureTest {

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.filon");

    /// As the loop runs them; the loop itself is the package `io.filon`.
    private static final List<String> STAGES = List.of(
            "io.filon.intake..",
            "io.filon.value..",
            "io.filon.behaviour..",
            "io.filon.segment..",
            "io.filon.discovery..",
            "io.filon.icp..",
            "io.filon.market..",
            "io.filon.niche..",
            "io.filon.fit..",
            "io.filon.priority..",
            "io.filon.message..",
            "io.filon.report..");

    @Test
    void later_stages_use_earlier_ones_and_never_the_reverse() {
        for (int stage = 0; stage < STAGES.size(); stage++) {
            String[] later = Stream.concat(STAGES.subList(stage + 1, STAGES.size()).stream(), Stream.of("io.filon"))
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(STAGES.get(stage))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(later)
                    .check(CORE);
        }
    }

    @Test
    void tools_know_no_stage() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.filon.stats..",
                        "io.filon.rule..",
                        "io.filon.store..",
                        "io.filon.text..",
                        "io.filon.problem..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.filon.intake..",
                        "io.filon.value..",
                        "io.filon.behaviour..",
                        "io.filon.segment..",
                        "io.filon.discovery..",
                        "io.filon.report..",
                        "io.filon.workspace..")
                .check(CORE);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("io.filon.(*)..").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void only_store_and_rule_touch_the_engine() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.filon.store..", "io.filon.rule..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.duckdb..")
                .check(CORE);
    }

    @Test
    void reflection_stays_in_the_store_and_the_schema_writer() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.filon.store..")
                .and()
                .haveSimpleNameNotEndingWith("SchemaWriter")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.reflect..")
                .check(CORE);
    }

    @Test
    void nothing_static_changes() {
        com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields()
                .that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage("io.filon.report.pages..")
                .should()
                .beFinal()
                .check(CORE);
    }

    @Test
    void names_say_what_a_type_is() {
        classes()
                .that()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .haveSimpleNameNotEndingWith("Impl")
                .andShould()
                .haveSimpleNameNotEndingWith("Manager")
                .andShould()
                .haveSimpleNameNotEndingWith("Helper")
                .andShould()
                .haveSimpleNameNotEndingWith("Util")
                .andShould()
                .haveSimpleNameNotEndingWith("Utils")
                .check(CORE);
    }
}
