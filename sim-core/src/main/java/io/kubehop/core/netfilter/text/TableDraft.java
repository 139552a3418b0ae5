package io.kubehop.core.netfilter.text;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.Hook;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.rule.Counters;
import io.kubehop.core.netfilter.rule.Rule;
import io.kubehop.core.netfilter.ruleset.Policy;
import io.kubehop.core.netfilter.ruleset.RulesetBuilder;
import io.kubehop.core.netfilter.syntax.ChainLine;
import io.kubehop.core.netfilter.syntax.RuleCommand;
import io.kubehop.core.netfilter.syntax.RuleTextException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table while its lines are being read. */
final class TableDraft {
  private static final int LONGEST_NAME = 28;

  private final TableName name;
  private final IpFamily family;
  private final Map<String, List<PlacedRule>> chains = new LinkedHashMap<>();
  private final Map<Hook, Policy> policies = new EnumMap<>(Hook.class);

  TableDraft(TableName name, IpFamily family) {
    this.name = name;
    this.family = family;
    name.hooks().forEach(hook -> chains.put(hook.name(), new ArrayList<>()));
  }

  TableName name() {
    return name;
  }

  Map<String, List<PlacedRule>> chains() {
    return chains;
  }

  void read(String line, int number) {
    if (line.startsWith(":")) {
      declare(ChainLine.parse(line));
      return;
    }
    RuleCommand command = RuleCommand.parse(line, family, name, chains::containsKey);
    switch (command.action()) {
      case NEW_CHAIN -> addChain(command.chain(), command.column());
      case POLICY -> setPolicy(command.chain(), command.policy(), Counters.ZERO, command.column());
      case APPEND -> rules(command).addAll(placed(command, number));
      case INSERT -> insert(command, number);
    }
  }

  private void declare(ChainLine chain) {
    if (name.builtIn(chain.name()) == null) {
      addChain(chain.name(), 0);
    } else if (!chain.policy().equals("-")) {
      setPolicy(chain.name(), chain.policy(), chain.counters(), chain.column());
    }
  }

  private void addChain(String chain, int column) {
    if (chain.length() > LONGEST_NAME) {
      throw new RuleTextException(
          0,
          column,
          "the name of chain " + chain + " has more than " + LONGEST_NAME + " characters");
    }
    if (chain.startsWith("-") || chain.startsWith("!")) {
      throw new RuleTextException(
          0, column, "the name of chain " + chain + " begins with '" + chain.charAt(0) + "'");
    }
    chains.put(chain, new ArrayList<>());
  }

  private void setPolicy(String chain, String policy, Counters counters, int column) {
    Hook hook = name.builtIn(chain);
    if (hook == null) {
      throw new RuleTextException(0, column, "only built-in chains have a policy, not " + chain);
    }
    boolean accepts = policy.equals("ACCEPT");
    if (!accepts && !policy.equals("DROP")) {
      throw new RuleTextException(0, column, "'" + policy + "' is no policy (ACCEPT or DROP)");
    }
    policies.put(hook, new Policy(accepts, counters));
  }

  private void insert(RuleCommand command, int line) {
    List<PlacedRule> rules = rules(command);
    for (PlacedRule rule : placed(command, line)) {
      if (command.number() > rules.size() + 1) {
        throw fault("chain " + command.chain() + " has no rule " + command.number());
      }
      rules.add(command.number() - 1, rule);
    }
  }

  private static List<PlacedRule> placed(RuleCommand command, int line) {
    List<PlacedRule> placed = new ArrayList<>(command.rules().size());
    for (Rule rule : command.rules()) {
      placed.add(new PlacedRule(rule, line, command.column()));
    }
    return placed;
  }

  private List<PlacedRule> rules(RuleCommand command) {
    return chains.computeIfAbsent(command.chain(), chain -> new ArrayList<>());
  }

  /**
   * Does what the kernel does when it gets the whole table: refuses loops, and targets at the wrong
   * hook.
   */
  void commit() {
    new HookCheck(this).run();
  }

  void addTo(RulesetBuilder builder) {
    builder.table(name);
    policies.forEach((hook, policy) -> builder.policy(name, hook, policy));
    chains.keySet().forEach(chain -> builder.chain(name, chain));
    chains.forEach(
        (chain, rules) -> {
          List<Rule> plain = rules.stream().map(PlacedRule::rule).toList();
          builder.rules(name, chain, plain);
        });
  }

  private static RuleTextException fault(String problem) {
    return new RuleTextException(0, 0, problem);
  }

  /**
   * A rule and where it was written.
   *
   * @param rule the rule
   * @param line from 1
   * @param column of its target
   */
  record PlacedRule(Rule rule, int line, int column) {
    RuleTextException fault(String problem) {
      return new RuleTextException(line, column, problem);
    }
  }
}
