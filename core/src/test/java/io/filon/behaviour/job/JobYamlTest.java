package io.filon.behaviour.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.filon.problem.FilonException;
import io.filon.problem.Problem;
import org.junit.jupiter.api.Test;

class JobYamlTest {

    @Test
    void reads_what_comes_with_the_product() {
        assertThat(JobLibrary.builtIn().jobs())
                .extracting(Job::key)
                .containsExactly(
                        "quick_solution", "compare_prices", "research", "restock", "gift", "browse", "support");
        assertThat(JobLibrary.builtIn().jobs()).allSatisfy(job -> {
            assertThat(job.name().english()).isNotEqualTo(job.name().spanish());
            assertThat(job.situation().spanish()).isNotEmpty();
            assertThat(job.outcome().english()).isNotEmpty();
        });
    }

    @Test
    void lists_every_problem_at_once() {
        assertThatThrownBy(() -> JobYaml.read("own", """
                        nme: Mine
                        about: colour
                        evidence:
                          - when: {donloads: ">= 1"}
                            points: 3
                          - when: {downloads: ">= 1"}
                            points: 0
                        """))
                .isInstanceOfSatisfying(
                        FilonException.class,
                        e -> assertThat(e.problems())
                                .extracting(Problem::code)
                                .contains(
                                        "rule.unknown_key",
                                        "job.no_name",
                                        "job.about",
                                        "job.evidence_at",
                                        "job.points"));
    }

    @Test
    void refuses_evidence_that_one_visit_does_not_tell() {
        assertThatThrownBy(() -> JobYaml.read("own", """
                        name: Mine
                        evidence:
                          - when: {top: {fact: minutes, share: 10 %}}
                            points: 3
                        """))
                .isInstanceOfSatisfying(
                        FilonException.class,
                        e -> assertThat(e.problems()).extracting(Problem::code).containsExactly("job.evidence_rule"));
    }
}
