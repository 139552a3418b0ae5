package io.kubehop.core.netfilter.ruleset;

import com.google.common.collect.ImmutableMap;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one thing (for kube-proxy, one port of a Service) contributes to a ruleset: rules for shared
 * chains, and chains of its own. Immutable, with a cached hash, so that a cluster can keep one copy
 * of equal blocks for all its nodes.
 */
public final class RuleBlock {
  private final String key;
  private final ImmutableMap<ChainName, List<Rule>> fragments;
  private final ImmutableMap<ChainName, List<Rule>> chains;
  private final @Nullable RuleBlock foundation;
  private final int hash;
  private @Nullable CompiledBlock compiled;

  private RuleBlock(Builder builder) {
    key = builder.key;
    fragments = copy(builder.fragments);
    chains = copy(builder.chains);
    foundation = builder.foundation;
    hash = Objects.hash(key, fragments, chains, foundation);
  }

  private static ImmutableMap<ChainName, List<Rule>> copy(Map<ChainName, List<Rule>> rules) {
    ImmutableMap.Builder<ChainName, List<Rule>> copy = ImmutableMap.builder();
    rules.forEach((chain, list) -> copy.put(chain, List.copyOf(list)));
    return copy.buildOrThrow();
  }

  /**
   * Begins a block. Its key, such as {@code shop/cart:http}, is its place in shared chains, which
   * are in order of keys.
   */
  public static Builder builder(String key) {
    return new Builder(key);
  }

  /** The key. */
  public String key() {
    return key;
  }

  /** The rules for each shared chain, in order. */
  public Map<ChainName, List<Rule>> fragments() {
    return fragments;
  }

  /** The chains of its own, with their rules. Its rules can jump to these and to shared chains. */
  public Map<ChainName, List<Rule>> chains() {
    return chains;
  }

  /** The block whose chains its rules can jump to as well, or null. */
  public @Nullable RuleBlock foundation() {
    return foundation;
  }

  /**
   * The block with its jumps resolved; kept, because nearly always all rulesets have the same
   * layout.
   */
  CompiledBlock compiledFor(Layout layout) {
    CompiledBlock kept = compiled;
    if (kept == null || !kept.isFor(layout)) {
      kept = new CompiledBlock(this, layout);
      compiled = kept;
    }
    return kept;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof RuleBlock block && sameAs(block));
  }

  private boolean sameAs(RuleBlock block) {
    return hash == block.hash
        && key.equals(block.key)
        && fragments.equals(block.fragments)
        && chains.equals(block.chains);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return "block " + key;
  }

  /** Collects the rules of a block. */
  public static final class Builder {
    private final String key;
    private final Map<ChainName, List<Rule>> fragments = new LinkedHashMap<>();
    private final Map<ChainName, List<Rule>> chains = new LinkedHashMap<>();
    private @Nullable RuleBlock foundation;

    private Builder(String key) {
      if (key.isEmpty()) {
        throw new IllegalArgumentException("the key of a block is empty");
      }
      this.key = key;
    }

    /**
     * Has the block stand on another one: the chains of that one are there too, and rules can jump
     * to them. So blocks that differ in little (for kube-proxy, by node) share the rest.
     *
     * @throws IllegalArgumentException if the other block has rules for shared chains, or stands on
     *     a block itself
     */
    public Builder over(RuleBlock block) {
      if (!block.fragments.isEmpty() || block.foundation != null) {
        throw new IllegalArgumentException(block + " has more than chains of its own");
      }
      foundation = block;
      return this;
    }

    /** Adds rules for a shared chain. */
    public Builder rule(TableName table, String sharedChain, Rule... rules) {
      return append(fragments, table, sharedChain, rules);
    }

    /** Adds a chain of its own, or adds rules to it. */
    public Builder chain(TableName table, String ownChain, Rule... rules) {
      return append(chains, table, ownChain, rules);
    }

    private Builder append(
        Map<ChainName, List<Rule>> to, TableName table, String chain, Rule... rules) {
      to.computeIfAbsent(new ChainName(table, chain), c -> new ArrayList<>())
          .addAll(List.of(rules));
      return this;
    }

    /** The block. */
    public RuleBlock build() {
      return new RuleBlock(this);
    }
  }
}
