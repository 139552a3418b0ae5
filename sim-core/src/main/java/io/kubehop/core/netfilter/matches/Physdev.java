package io.kubehop.core.netfilter.matches;

import io.kubehop.core.netfilter.Hook;
import io.kubehop.core.netfilter.MatchSite;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code -m physdev}: the ports of a bridge that the packet passes (net/netfilter/xt_physdev.c).
 * Each part is null if it is not asked for.
 *
 * @param in {@code --physdev-in}
 * @param out {@code --physdev-out}
 * @param isIn {@code --physdev-is-in}: whether it came in by a bridge port
 * @param isOut {@code --physdev-is-out}: whether it goes out by a bridge port
 * @param isBridged {@code --physdev-is-bridged}: whether it is bridged and not routed
 */
public record Physdev(
    @Nullable Port in,
    @Nullable Port out,
    @Nullable Boolean isIn,
    @Nullable Boolean isOut,
    @Nullable Boolean isBridged)
    implements Match {

  /**
   * A bridge port.
   *
   * @param inverted whether it must be another
   * @param name its name
   */
  public record Port(boolean inverted, InterfaceName name) {
    boolean matches(String device) {
      return name.matches(device) != inverted;
    }
  }

  @Override
  public boolean matches(Skb skb, RuleContext context, MatchSite site) {
    String inPort = skb.physicalInDevice();
    String outPort = skb.physicalOutDevice();
    if ((isBridged != null && isBridged != (outPort != null))
        || (isIn != null && isIn != (inPort != null))
        || (isOut != null && isOut != (outPort != null))) {
      return false;
    }
    if (inPort == null && outPort == null) {
      return (in == null || in.inverted()) && (out == null || out.inverted());
    }
    // Where there is a bridge, --physdev-in asks nothing of a packet that did not come in by one;
    // --physdev-out does.
    return (in == null || inPort == null || in.matches(inPort))
        && (out == null || (outPort != null && out.matches(outPort)));
  }

  @Override
  public Set<Hook> hooks() {
    boolean asksForOut = (out != null || isOut != null) && !Boolean.TRUE.equals(isBridged);
    return asksForOut ? EnumSet.complementOf(EnumSet.of(Hook.OUTPUT)) : Hook.ALL;
  }
}
