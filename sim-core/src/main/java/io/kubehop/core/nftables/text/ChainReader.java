package io.kubehop.core.nftables.text;

import io.kubehop.core.nftables.BaseChain;
import io.kubehop.core.nftables.ChainType;
import io.kubehop.core.nftables.NftChain;
import io.kubehop.core.nftables.NftRule;
import io.kubehop.core.nftables.TableFamily;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the block of a chain. */
final class ChainReader {
  private final Cursor cursor;
  private final TableFamily family;
  private final RuleReader rules;

  ChainReader(Cursor cursor, TableFamily family, Declared declared) {
    this.cursor = cursor;
    this.family = family;
    this.rules = new RuleReader(cursor, family, declared);
  }

  /** Reads from the opening brace to the closing one. */
  NftChain read(String name) {
    cursor.expect("{", "behind the chain's name");
    List<NftRule> found = new ArrayList<>();
    BaseChain base = null;
    String comment = "";
    cursor.skipLineEnds();
    while (!cursor.take("}")) {
      if (cursor.isNext("type") && cursor.peek(2).is("hook")) {
        base = base();
      } else if (cursor.isNext("policy") && base != null) {
        base = policy(base);
      } else if (cursor.isNext("comment")) {
        cursor.next();
        comment = cursor.string("the comment");
      } else {
        found.add(rule(name));
      }
      cursor.skipLineEnds();
    }
    NftChain chain = base == null ? NftChain.of(name, found) : NftChain.base(name, base, found);
    return comment.isEmpty() ? chain : chain.withComment(comment);
  }

  private NftRule rule(String chain) {
    if (cursor.isAtEnd()) {
      throw cursor.fault(
          "expected '}' at the end of chain " + chain + ", found the end of the text");
    }
    return rules.rule();
  }

  private BaseChain base() {
    cursor.expect("type", "");
    ChainType type = type();
    cursor.expect("hook", "behind the type");
    String hook = hook();
    List<String> devices = devices();
    cursor.expect("priority", "behind the hook");
    Token first = cursor.peek();
    int priority = priority();
    return new BaseChain(type, hook, devices, priority, cursor.since(first), false);
  }

  private ChainType type() {
    Token token = cursor.peek();
    return switch (cursor.word("the chain's type")) {
      case "filter" -> ChainType.FILTER;
      case "nat" -> ChainType.NAT;
      case "route" -> ChainType.ROUTE;
      default -> throw cursor.fault(token, token.shown() + " is none of filter, nat and route");
    };
  }

  private String hook() {
    Token token = cursor.peek();
    String hook = cursor.word("a hook");
    return switch (hook) {
      case "prerouting", "input", "forward", "output", "postrouting", "ingress", "egress" -> hook;
      default -> throw cursor.fault(token, token.shown() + " is no hook");
    };
  }

  private List<String> devices() {
    List<String> devices = new ArrayList<>();
    if (cursor.take("device")) {
      devices.add(cursor.wordOrString("an interface"));
    } else if (cursor.take("devices")) {
      cursor.expect("=", "behind devices");
      cursor.expect("{", "and the interfaces");
      while (!cursor.take("}")) {
        devices.add(cursor.wordOrString("an interface"));
        cursor.take(",");
      }
    }
    return devices;
  }

  private int priority() {
    Token token = cursor.peek();
    String word = cursor.word("a priority");
    Integer named = named(word);
    int priority = named == null ? number(token, word) : named;
    if (cursor.take("-")) {
      priority -= (int) cursor.number("how much earlier");
    } else if (cursor.take("+")) {
      priority += (int) cursor.number("how much later");
    }
    return priority;
  }

  private @Nullable Integer named(String word) {
    if (family == TableFamily.BRIDGE) {
      return switch (word) {
        case "dstnat" -> -300;
        case "filter" -> -200;
        case "out" -> 100;
        case "srcnat" -> 300;
        default -> null;
      };
    }
    return switch (word) {
      case "raw" -> -300;
      case "mangle" -> -150;
      case "dstnat" -> -100;
      case "filter" -> 0;
      case "security" -> 50;
      case "srcnat" -> 100;
      default -> null;
    };
  }

  private int number(Token token, String word) {
    try {
      return Integer.parseInt(word);
    } catch (NumberFormatException none) {
      throw cursor.fault(
          token, token.shown() + " is no priority: a number, or a name such as filter");
    }
  }

  private BaseChain policy(BaseChain base) {
    cursor.next();
    Token token = cursor.peek();
    String word = cursor.word("accept or drop");
    if (!word.equals("accept") && !word.equals("drop")) {
      throw cursor.fault(token, "a policy is accept or drop, not " + token.shown());
    }
    return new BaseChain(
        base.type(),
        base.hook(),
        base.devices(),
        base.priority(),
        base.priorityText(),
        word.equals("drop"));
  }
}
