package io.kubehop.core.host;

import io.kubehop.core.netfilter.Hook;
import io.kubehop.core.netfilter.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The functions at the five hooks of one host, for one address family. Immutable: a change of rules
 * makes a new one.
 */
final class Hooks {
  /** Nothing at any hook. */
  static final Hooks NONE = new Builder().build();

  private final HookFunction[][] functions;

  private Hooks(HookFunction[][] functions) {
    this.functions = functions;
  }

  /** Runs a hook. Returns ACCEPT if the packet goes on. */
  int run(Hook hook, Flight flight) {
    flight.skb().setHook(hook);
    for (HookFunction function : functions[hook.ordinal()]) {
      int verdict = function.run(flight);
      if (verdict != Verdict.ACCEPT) {
        return verdict;
      }
    }
    return Verdict.ACCEPT;
  }

  /** Collects functions and puts them in order. */
  static final class Builder {
    private final Map<Hook, List<HookFunction>> byHook = new EnumMap<>(Hook.class);

    Builder add(Hook hook, HookFunction function) {
      byHook.computeIfAbsent(hook, h -> new ArrayList<>()).add(function);
      return this;
    }

    Hooks build() {
      HookFunction[][] ordered = new HookFunction[Hook.values().length][];
      for (Hook hook : Hook.values()) {
        ordered[hook.ordinal()] =
            byHook.getOrDefault(hook, List.of()).stream()
                .sorted(Comparator.comparingInt(HookFunction::priority))
                .toArray(HookFunction[]::new);
      }
      return new Hooks(ordered);
    }
  }
}
