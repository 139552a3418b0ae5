package io.kubehop.core.ipvs;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.ipvs.scheduler.SchedulerKind;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.time.Attempt;
import io.kubehop.core.time.Branch;
import io.kubehop.core.time.Explorer;
import io.kubehop.core.time.Share;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The one random scheduler, with every choice followed. */
class PowerOfTwoChoicesTest {
  private static final String VIP = "10.96.0.1:80";
  private static final String A = "10.244.0.1:8080";
  private static final String B = "10.244.0.2:8080";

  private final BalancingHost host = new BalancingHost();
  private final VirtualServerKey key = host.serve("TCP " + VIP, SchedulerKind.TWOS, A, B);

  private Map<String, Share> shares() {
    Attempt<String> call =
        new Attempt<>() {
          private @Nullable String server;

          @Override
          public void begin() {
            BalancedPacket packet =
                BalancedPacket.call(
                    Protocol.TCP,
                    BalancedPacket.socket("192.0.2.1:40000"),
                    BalancedPacket.socket(VIP));
            server = host.send(packet);
          }

          @Override
          public @Nullable String result() {
            return server;
          }
        };
    Map<String, Share> shares = new TreeMap<>();
    for (Branch<String> branch : new Explorer(host.simulation).explore(call)) {
      shares.merge(branch.result(), branch.share(), Share::plus);
    }
    return shares;
  }

  @Test
  void idleServersAreDrawnByWeightTheFirstWithOneShareMore() {
    long before = host.digest();

    assertThat(shares()).isEqualTo(Map.of(A, Share.of(2, 3), B, Share.of(1, 3)));
    assertThat(host.digest()).as("exploring leaves no trace").isEqualTo(before);
  }

  @Test
  void theBusierOfTwoIsLeftToThoseWhoDrawItTwice() {
    host.weigh(key, B, 0);
    host.connect("192.0.2.2:1", VIP);
    host.weigh(key, B, 1);

    assertThat(shares()).isEqualTo(Map.of(A, Share.of(4, 9), B, Share.of(5, 9)));
  }

  @Test
  void aDrainedServerIsNotDrawn() {
    host.weigh(key, A, 0);

    assertThat(shares()).isEqualTo(Map.of(B, Share.ONE));
  }
}
