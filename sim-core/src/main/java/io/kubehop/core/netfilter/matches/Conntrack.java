package io.kubehop.core.netfilter.matches;

import io.kubehop.core.conntrack.Connection;
import io.kubehop.core.netfilter.MatchSite;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import java.util.Comparator;
import java.util.List;

/**
 * {@code -m conntrack}: what is known of the packet's connection. All tests must hold; of a packet
 * without a connection only the state can be asked (net/netfilter/xt_conntrack.c).
 *
 * @param tests the options, in the order in which iptables-save prints them
 */
public record Conntrack(List<ConntrackCondition> tests) implements Match {

  /** Copies the list and brings it into order. */
  public Conntrack {
    tests = tests.stream().sorted(Comparator.comparing(ConntrackCondition::option)).toList();
  }

  /** {@code --ctstate}, of {@link StateMask}. */
  public static Conntrack ofState(boolean inverted, int states) {
    return new Conntrack(List.of(new ConntrackCondition.InState(inverted, states)));
  }

  @Override
  public boolean matches(Skb skb, RuleContext context, MatchSite site) {
    Connection connection = skb.connection();
    boolean stateAsked = false;
    for (int i = 0; i < tests.size(); i++) {
      ConntrackCondition test = tests.get(i);
      boolean isState = test.option() == ConntrackCondition.Option.STATE;
      stateAsked |= isState;
      if ((isState || connection != null) && !test.holds(skb, connection, context)) {
        return false;
      }
    }
    return connection != null || stateAsked;
  }

  @Override
  public boolean needsConntrack() {
    return true;
  }
}
