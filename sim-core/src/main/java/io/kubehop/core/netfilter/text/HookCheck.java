package io.kubehop.core.netfilter.text;

import io.kubehop.core.netfilter.Hook;
import io.kubehop.core.netfilter.matches.Match;
import io.kubehop.core.netfilter.targets.Target;
import io.kubehop.core.netfilter.text.TableDraft.PlacedRule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds out from which hooks each chain is reached, as mark_source_chains does in the kernel, and
 * refuses what it refuses: loops that a packet could enter, and targets and matches that do not
 * work at a hook. A chain that nobody calls may hold anything.
 */
final class HookCheck {
  private final TableDraft table;
  private final Map<String, Set<Hook>> hooks = new LinkedHashMap<>();

  HookCheck(TableDraft table) {
    this.table = table;
  }

  void run() {
    for (Hook hook : table.name().hooks()) {
      walk(hook);
    }
    hooks.forEach((chain, from) -> rules(chain).forEach(rule -> check(rule, chain, from)));
  }

  /** Goes down from a built-in chain into all that it calls, deepest first. */
  private void walk(Hook hook) {
    Map<String, Boolean> onPath = new LinkedHashMap<>();
    Deque<Visit> path = new ArrayDeque<>();
    enter(hook.name(), hook, onPath, path);
    while (!path.isEmpty()) {
      Visit visit = path.getLast();
      PlacedRule call = visit.nextCall();
      if (call == null) {
        onPath.put(visit.chain, false);
        path.removeLast();
        continue;
      }
      String called = chainOf(call);
      Boolean open = onPath.get(called);
      if (open == null) {
        enter(called, hook, onPath, path);
      } else if (open) {
        throw call.fault("the rules loop: chain " + visit.chain + " leads back to " + called);
      }
    }
  }

  private void enter(String chain, Hook hook, Map<String, Boolean> onPath, Deque<Visit> path) {
    hooks.computeIfAbsent(chain, c -> EnumSet.noneOf(Hook.class)).add(hook);
    onPath.put(chain, true);
    path.addLast(new Visit(chain, calls(chain)));
  }

  private List<PlacedRule> calls(String chain) {
    List<PlacedRule> calls = new ArrayList<>();
    for (PlacedRule rule : rules(chain)) {
      if (rule.rule().target().chain() != null) {
        calls.add(rule);
      }
    }
    return calls;
  }

  private static String chainOf(PlacedRule call) {
    String chain = call.rule().target().chain();
    return chain == null ? "" : chain;
  }

  private List<PlacedRule> rules(String chain) {
    return table.chains().getOrDefault(chain, List.of());
  }

  private static void check(PlacedRule rule, String chain, Set<Hook> from) {
    Target target = rule.rule().target();
    require(target.hooks(), target.effect(), rule, chain, from);
    for (Match match : rule.rule().matches()) {
      require(match.hooks(), "a match", rule, chain, from);
    }
  }

  private static void require(
      Set<Hook> allowed, String what, PlacedRule rule, String chain, Set<Hook> from) {
    for (Hook hook : from) {
      if (!allowed.contains(hook)) {
        throw rule.fault(
            what
                + " cannot be used at "
                + hook
                + ", from where chain "
                + chain
                + " is reached (only at "
                + allowed
                + ")");
      }
    }
  }

  /** A chain on the path, and how many of its calls were followed. */
  private static final class Visit {
    private final String chain;
    private final List<PlacedRule> calls;
    private int next;

    Visit(String chain, List<PlacedRule> calls) {
      this.chain = chain;
      this.calls = calls;
    }

    @org.jspecify.annotations.Nullable
    PlacedRule nextCall() {
      return next < calls.size() ? calls.get(next++) : null;
    }
  }
}
