package io.kubehop.core.nftables;

import io.kubehop.core.netfilter.Hook;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What makes a chain one that packets enter from outside: its place at a hook.
 *
 * @param type what its rules may do
 * @param hook the hook's name in lower case, such as {@code prerouting} or {@code ingress}
 * @param devices the interfaces of a chain at ingress or egress
 * @param priority its place at the hook: lower runs earlier
 * @param priorityText the priority as it is written, such as {@code dstnat - 10}
 * @param drops whether packets are dropped that no rule decides
 */
public record BaseChain(
    ChainType type,
    String hook,
    List<String> devices,
    int priority,
    String priorityText,
    boolean drops) {

  /** A chain at one of the five hooks that lets pass what no rule decides. */
  public static BaseChain of(ChainType type, Hook hook, int priority, String priorityText) {
    String name = hook.name().toLowerCase(Locale.ROOT);
    return new BaseChain(type, name, List.of(), priority, priorityText, false);
  }

  /** One of the five hooks, or null for others. */
  public @Nullable Hook netfilterHook() {
    for (Hook each : Hook.ALL) {
      if (each.name().equalsIgnoreCase(hook)) {
        return each;
      }
    }
    return null;
  }

  /** As nft writes it. */
  public String text() {
    String quoted = String.join(", ", devices.stream().map(name -> '"' + name + '"').toList());
    String device =
        switch (devices.size()) {
          case 0 -> "";
          case 1 -> " device " + quoted;
          default -> " devices = { " + quoted + " }";
        };
    return "type "
        + type
        + " hook "
        + hook
        + device
        + " priority "
        + priorityText
        + "; policy "
        + (drops ? "drop;" : "accept;");
  }
}
