package io.kubehop.core.nftables.text;

import io.kubehop.core.nftables.NftObject;
import io.kubehop.core.nftables.NftTable;
import io.kubehop.core.nftables.TableFamily;
import io.kubehop.core.nftables.set.NftSet;
import io.kubehop.core.nftables.set.SetHeader;
import io.kubehop.core.nftables.statement.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the block of a table: first what rules can name, then the chains. */
final class TableReader implements Declared {
  private final Cursor cursor;
  private NftTable table;
  private final Map<String, Integer> chains = new LinkedHashMap<>();

  TableReader(Cursor cursor, NftTable table) {
    this.cursor = cursor;
    this.table = table;
  }

  @Override
  public @Nullable SetHeader set(String name) {
    NftSet found = table.set(name);
    return found == null ? null : found.header();
  }

  /** Reads from behind the opening brace to the closing one. */
  NftTable read() {
    cursor.skipLineEnds();
    while (!cursor.take("}")) {
      item();
      cursor.skipLineEnds();
    }
    int end = cursor.place();
    for (Map.Entry<String, Integer> chain : chains.entrySet()) {
      cursor.goTo(chain.getValue());
      table = table.with(new ChainReader(cursor, table.family(), this).read(chain.getKey()));
    }
    cursor.goTo(end);
    return table;
  }

  private void item() {
    Token first = cursor.peek();
    switch (cursor.word("chain, set or map, or '}' at the end of the table")) {
      case "chain" -> chain();
      case "set" -> set(first, false);
      case "map" -> set(first, true);
      case "comment" -> table = table.withComment(cursor.string("the comment"));
      case "flags" -> flags();
      case "counter", "limit", "quota" -> object(first.text());
      case "flowtable", "synproxy", "secmark", "tunnel" -> kept(first.text());
      case "ct" -> kept("ct " + cursor.word("helper, timeout or expectation"));
      default ->
          throw cursor.fault(first, first.shown() + " is nothing that a table has, such as chain");
    }
  }

  private void chain() {
    Token token = cursor.peek();
    String name = cursor.wordOrString("the chain's name");
    if (chains.put(name, cursor.place()) != null) {
      throw cursor.fault(token, "the table has a chain " + name + " already");
    }
    cursor.skipBlock();
  }

  private void flags() {
    List<String> flags = new ArrayList<>();
    do {
      flags.add(cursor.word("a flag"));
    } while (cursor.take(","));
    table = table.withFlags(flags);
  }

  private void set(Token first, boolean map) {
    Token token = cursor.peek();
    String name = cursor.wordOrString("the name");
    if (table.set(name) != null) {
      throw cursor.fault(token, "the table has a set or map " + name + " already");
    }
    int block = cursor.place();
    NftSet set = new SetBlockReader(cursor, table.family(), map).read(name);
    if (set != null) {
      table = table.with(set);
    } else {
      cursor.goTo(block);
      kept(first.text(), name);
    }
  }

  private void kept(String kind) {
    kept(kind, cursor.wordOrString("the name"));
  }

  private void kept(String kind, String name) {
    table = table.with(new NftObject(kind, name, cursor.blockLines(), null));
  }

  private void object(String kind) {
    String name = cursor.wordOrString("the name");
    int block = cursor.place();
    List<String> lines = cursor.blockLines();
    int end = cursor.place();
    cursor.goTo(block);
    cursor.expect("{", "behind the name");
    cursor.skipLineEnds();
    while (cursor.take("comment")) {
      cursor.string("the comment");
      cursor.skipLineEnds();
    }
    StatefulReader stateful = new StatefulReader(cursor);
    Token first = cursor.peek();
    Statement behaviour =
        switch (kind) {
          case "counter" -> stateful.counter();
          case "quota" -> stateful.quota(first);
          default -> {
            cursor.expect("rate", "of the limit");
            yield stateful.limit(first);
          }
        };
    cursor.goTo(end);
    table = table.with(new NftObject(kind, name, lines, behaviour));
  }

  static TableFamily family(Cursor cursor) {
    Token token = cursor.peek();
    TableFamily family = TableFamily.of(token.text());
    if (family == null) {
      return TableFamily.IP;
    }
    cursor.next();
    return family;
  }
}
