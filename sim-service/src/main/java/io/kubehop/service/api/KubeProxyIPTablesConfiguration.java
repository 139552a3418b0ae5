package io.kubehop.service.api;

import java.time.Duration;
import java.util.Optional;

/**
 * The section {@code iptables} of a {@link KubeProxyConfiguration}.
 *
 * @param masqueradeBit the bit of the packet mark that asks for masquerading; 14 by default
 * @param masqueradeAll whether everything to a virtual address is masqueraded; false by default
 * @param localhostNodePorts whether node ports answer on 127.0.0.1; true by default
 * @param syncPeriod how often everything is written without a change; 30 s by default
 * @param minSyncPeriod how long rules are left alone after a change; 1 s by default
 */
public record KubeProxyIPTablesConfiguration(
    Optional<Integer> masqueradeBit,
    Optional<Boolean> masqueradeAll,
    Optional<Boolean> localhostNodePorts,
    Optional<Duration> syncPeriod,
    Optional<Duration> minSyncPeriod) {

  /** Returns these settings, completed by those of another configuration where they say nothing. */
  public KubeProxyIPTablesConfiguration over(KubeProxyIPTablesConfiguration base) {
    return new KubeProxyIPTablesConfiguration(
        masqueradeBit.or(() -> base.masqueradeBit),
        masqueradeAll.or(() -> base.masqueradeAll),
        localhostNodePorts.or(() -> base.localhostNodePorts),
        syncPeriod.or(() -> base.syncPeriod),
        minSyncPeriod.or(() -> base.minSyncPeriod));
  }

  /** Settings that say nothing. */
  public static final KubeProxyIPTablesConfiguration EMPTY =
      new KubeProxyIPTablesConfiguration(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
