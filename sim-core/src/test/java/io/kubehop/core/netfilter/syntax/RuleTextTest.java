package io.kubehop.core.netfilter.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.rule.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * What is printed was seen from iptables-legacy-save 1.8.9, and what is refused is refused by
 * iptables-legacy-restore.
 */
class RuleTextTest {

  @ParameterizedTest
  @CsvFileSource(resources = "printed.tsv", delimiter = '\t', quoteCharacter = '\0')
  void aRuleIsPrintedAsTheToolPrintsIt(String place, String rule, String printed) {
    IpFamily family = place.startsWith("6") ? IpFamily.IPV6 : IpFamily.IPV4;

    String ours = print(parse(place.substring(1), rule, family), family);

    assertThat(ours).isEqualTo(printed == null ? "" : printed);
    assertThat(print(parse(place.substring(1), ours, family), family)).isEqualTo(ours);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "refused.tsv", delimiter = '\t', quoteCharacter = '\0')
  void aRuleThatTheToolRefusesIsRefusedWithItsReason(String place, String rule, String words) {
    IpFamily family = place.startsWith("6") ? IpFamily.IPV6 : IpFamily.IPV4;
    String table = place.replace("6", "");

    RuleTextException fault =
        catchThrowableOfType(RuleTextException.class, () -> parse(table, rule, family));

    assertThat(fault).as(rule).isNotNull().hasMessageContaining(words);
    assertThat(fault.problem()).doesNotContain("\n");
  }

  @Test
  void aFaultNamesItsColumnInCodePoints() {
    RuleTextException fault =
        catchThrowableOfType(
            RuleTextException.class,
            () ->
                parse("filter", "-m comment --comment \"\uD83D\uDE00 x\" --frob 7", IpFamily.IPV4));

    assertThat(fault.column()).isEqualTo(28);
    assertThat(fault.atLine(3)).hasMessage("line 3, column 28: unknown option --frob");
  }

  @Test
  void everyExtensionIsEitherModelledOrReported() {
    assertThat(Extensions.modelledMatches())
        .doesNotContainAnyElementsOf(Extensions.reportedMatches());
    assertThat(Extensions.modelledTargets())
        .doesNotContainAnyElementsOf(Extensions.reportedTargets());
  }

  private static Rule parse(String table, String rule, IpFamily family) {
    TableName name = TableName.of(table);
    return RuleText.parse(rule, family, name, List.of("X")::contains);
  }

  private static String print(Rule rule, IpFamily family) {
    return RuleText.print(rule, family);
  }
}
