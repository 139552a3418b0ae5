package io.kubehop.core.nftables;

import io.kubehop.core.nftables.statement.Statement;
import io.kubehop.core.nftables.value.AnonymousChain;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A chain of rules. Immutable. */
public final class NftChain implements AnonymousChain {
  private final String name;
  private final @Nullable BaseChain base;
  private final String comment;
  private final List<NftRule> rules;
  private final boolean needsConntrack;

  private NftChain(String name, @Nullable BaseChain base, String comment, List<NftRule> rules) {
    this.name = name;
    this.base = base;
    this.comment = comment;
    this.rules = List.copyOf(rules);
    this.needsConntrack =
        (base != null && base.type() == ChainType.NAT)
            || this.rules.stream()
                .flatMap(rule -> rule.statements().stream())
                .anyMatch(Statement::needsConntrack);
  }

  /** A chain that others jump to. */
  public static NftChain of(String name, List<NftRule> rules) {
    return new NftChain(name, null, "", rules);
  }

  /** A chain at a hook. */
  public static NftChain base(String name, BaseChain base, List<NftRule> rules) {
    return new NftChain(name, base, "", rules);
  }

  /** The same with a comment. */
  public NftChain withComment(String newComment) {
    return new NftChain(name, base, newComment, rules);
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** Its place at a hook; null if others jump to it. */
  public @Nullable BaseChain base() {
    return base;
  }

  /** A comment; may be empty. */
  public String comment() {
    return comment;
  }

  /** Its rules in order. */
  public List<NftRule> rules() {
    return rules;
  }

  @Override
  public boolean needsConntrack() {
    return needsConntrack;
  }

  @Override
  public String inBraces() {
    return rules.stream().map(NftRule::text).collect(Collectors.joining("; ", "{ ", "; }"));
  }

  @Override
  public String toString() {
    return name;
  }
}
