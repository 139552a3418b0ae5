package io.kubehop.core.netfilter.text;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.ruleset.Ruleset;
import io.kubehop.core.netfilter.ruleset.RulesetBuilder;
import io.kubehop.core.netfilter.syntax.RuleTextException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a saved text line by line, as iptables-restore does. Used for one text. */
final class SaveReader {
  private final IpFamily family;
  private final Map<TableName, TableDraft> tables = new EnumMap<>(TableName.class);
  private @Nullable TableDraft open;
  private int number;

  SaveReader(IpFamily family) {
    this.family = family;
  }

  Ruleset read(String text) {
    List<String> lines = text.lines().toList();
    for (String line : lines) {
      number++;
      refuseWhatIsNoText(line);
      try {
        readLine(line.strip());
      } catch (RuleTextException e) {
        throw e.line() == 0 ? e.atLine(number) : e;
      }
    }
    if (open != null) {
      throw fault("the text ends without COMMIT for table " + open.name());
    }
    RulesetBuilder builder = Ruleset.builder(family);
    tables.values().forEach(table -> table.addTo(builder));
    return builder.build();
  }

  private void readLine(String line) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    if (line.startsWith("*")) {
      begin(line.substring(1).strip());
    } else if (open == null) {
      throw outsideOfTable(line);
    } else if (line.equals("COMMIT")) {
      open.commit();
      tables.put(open.name(), open);
      open = null;
    } else {
      open.read(line, number);
    }
  }

  /** A table that comes twice is flushed before the second time. */
  private void begin(String name) {
    if (open != null) {
      throw fault("table " + open.name() + " is not ended with COMMIT before the next one begins");
    }
    TableName table = TableName.of(name);
    if (table == null) {
      throw fault("'" + name + "' is no table (filter, nat, mangle, raw or security)");
    }
    open = new TableDraft(table, family);
  }

  private RuleTextException outsideOfTable(String line) {
    if (line.startsWith("table ") || line.startsWith("add ") || line.startsWith("flush ")) {
      return fault("this is a text of nft, not of iptables-save");
    }
    return fault("a line before the first table (such as *filter) or behind COMMIT");
  }

  private void refuseWhatIsNoText(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if ((c < ' ' && c != '\t') || c == '\uFFFD') {
        throw fault("this is not a text of iptables-save: it has a byte that is no character");
      }
    }
  }

  private RuleTextException fault(String problem) {
    return new RuleTextException(number, 0, problem);
  }
}
