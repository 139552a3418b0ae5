package io.kubehop.core.nftables.text;

import io.kubehop.core.nftables.NftRule;
import io.kubehop.core.nftables.NftRuleset;
import io.kubehop.core.nftables.NftTable;
import io.kubehop.core.nftables.TableFamily;
import io.kubehop.core.nftables.set.SetElement;
import io.kubehop.core.nftables.set.SetHeader;
import io.kubehop.core.nftables.value.ValueTypes;
import java.util.List;

/** The text of {@code nft list ruleset} and {@code nft list table}. */
public final class NftText {
  private NftText() {}

  /**
   * Reads a text that the nft tool printed.
   *
   * @throws NftTextException if the tool would refuse it
   */
  public static NftRuleset read(String text) {
    Cursor cursor = new Cursor(text);
    NftRuleset ruleset = NftRuleset.EMPTY;
    cursor.skipLineEnds();
    while (!cursor.isAtEnd()) {
      Token first = cursor.peek();
      if (cursor.take("flush")) {
        cursor.expect("ruleset", "behind flush");
        ruleset = NftRuleset.EMPTY;
      } else if (cursor.take("table")) {
        ruleset = table(cursor, ruleset);
      } else {
        throw cursor.fault(
            first, "expected a table as `nft list ruleset` prints it, found " + first.shown());
      }
      cursor.skipLineEnds();
    }
    return ruleset;
  }

  private static NftRuleset table(Cursor cursor, NftRuleset ruleset) {
    TableFamily family = TableReader.family(cursor);
    String name = cursor.wordOrString("the table's name");
    NftTable known = ruleset.table(family, name);
    NftTable table = known == null ? NftTable.of(family, name) : known;
    if (!cursor.take("{")) {
      return ruleset.with(table);
    }
    return ruleset.with(new TableReader(cursor, table).read());
  }

  /**
   * Whether a text looks like one that the nft tool printed, rather than iptables-save: its first
   * word is {@code table} or {@code flush}.
   */
  public static boolean isNft(String text) {
    for (String line : text.split("\n", -1)) {
      String trimmed = line.strip();
      if (!trimmed.isEmpty() && trimmed.charAt(0) != '#') {
        String word = trimmed.split("\\s", 2)[0];
        return word.equals("table") || word.equals("flush");
      }
    }
    return false;
  }

  /**
   * Reads one rule, such as {@code ip daddr . meta l4proto . th dport vmap @service-ips}.
   *
   * @throws NftTextException if the tool would refuse it
   */
  public static NftRule rule(TableFamily family, String text) {
    Cursor cursor = new Cursor(text);
    NftRule rule = new RuleReader(cursor, family, name -> null).rule();
    if (!cursor.isAtEnd()) {
      throw cursor.fault("expected the end of the rule, found " + cursor.peek().shown());
    }
    return rule;
  }

  /**
   * Reads one element of a set or map, such as {@code 10.96.0.10 . tcp . 80 : goto web}.
   *
   * @throws NftTextException if the tool would refuse it
   */
  public static SetElement element(SetHeader header, String text) {
    Cursor cursor = new Cursor(text);
    RuleReader rules = new RuleReader(cursor, TableFamily.INET, name -> null);
    SetElement element = rules.sets().element(header);
    if (!cursor.isAtEnd()) {
      throw cursor.fault("expected the end of the element, found " + cursor.peek().shown());
    }
    return element;
  }

  /** Prints all tables as {@code nft list ruleset} does. */
  public static String print(NftRuleset ruleset) {
    StringBuilder text = new StringBuilder();
    ruleset.tables().forEach(table -> new TablePrinter(text).print(table));
    return text.toString();
  }

  /** Prints one table as {@code nft list table} does. */
  public static String print(NftTable table) {
    StringBuilder text = new StringBuilder();
    new TablePrinter(text).print(table);
    return text.toString();
  }

  /** What rules can read of a packet and is modelled, as they write it. */
  public static List<String> modelledExpressions() {
    return NftLists.modelledExpressions();
  }

  /** The names of the types of values that are modelled. */
  public static List<String> types() {
    return ValueTypes.names();
  }

  /** The statements that are modelled. */
  public static List<String> modelledStatements() {
    return NftLists.MODELLED_STATEMENTS;
  }

  /** The statements that nothing here depends on. */
  public static List<String> inertStatements() {
    return NftLists.INERT_STATEMENTS;
  }

  /** What is kept as it is written and reported when a packet meets it. */
  public static List<String> reported() {
    return Unmodelled.names();
  }
}
