package io.filon.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.rule.check.CheckedRule;
import io.filon.rule.read.RuleYaml;
import io.filon.rule.sql.RuleSql;
import io.filon.store.Sql;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class RuleSqlTest {

    @Test
    void compiles_the_star_rule_with_its_values_bound() {
        Sql sql = RuleSql.members(
                CheckedRule.check(RuleYaml.parse(RuleYamlTest.STARS).rule(), RandomRules.CATALOGUE));

        assertThat(sql.text()).isEqualTo("""
                with

                top_1 as (
                    select customer_id
                    from customer_facts
                    where net_12m is not null
                        and present_whole_window = ?
                    qualify rank() over (order by net_12m desc nulls last) - 1
                        < cast(? as decimal(9, 6)) * count(*) over ()
                )

                select customer_id
                from customer_facts
                where present_whole_window = ?
                    and net_12m > ?
                    and orders_12m >= ?
                    and customer_id in (select customer_id from top_1)
                order by customer_id""");
        assertThat(sql.values())
                .containsExactly(true, new BigDecimal("0.1"), true, new BigDecimal(0), new BigDecimal(2));
    }

    @Test
    void never_puts_what_a_user_wrote_into_the_text() {
        Rule rule = new Rule.Not(Condition.compare("city", Operator.IS, "x'; drop table customers --"));

        assertThat(RuleSql.members(CheckedRule.check(rule, RandomRules.CATALOGUE))
                        .text())
                .contains("not coalesce(city = ?, false)")
                .doesNotContain("drop");
    }
}
