package io.kubehop.service.api;

import java.time.Duration;
import java.util.Optional;

/**
 * The section {@code nftables} of a {@link KubeProxyConfiguration}.
 *
 * @param masqueradeBit the bit of the packet mark that asks for masquerading; 14 by default
 * @param masqueradeAll whether everything to a virtual address is masqueraded; false by default
 * @param syncPeriod how often everything is written without a change; 30 s by default
 * @param minSyncPeriod how long rules are left alone after a change; 1 s by default
 */
public record KubeProxyNFTablesConfiguration(
    Optional<Integer> masqueradeBit,
    Optional<Boolean> masqueradeAll,
    Optional<Duration> syncPeriod,
    Optional<Duration> minSyncPeriod) {

  /** Returns these settings, completed by those of another configuration where they say nothing. */
  public KubeProxyNFTablesConfiguration over(KubeProxyNFTablesConfiguration base) {
    return new KubeProxyNFTablesConfiguration(
        masqueradeBit.or(() -> base.masqueradeBit),
        masqueradeAll.or(() -> base.masqueradeAll),
        syncPeriod.or(() -> base.syncPeriod),
        minSyncPeriod.or(() -> base.minSyncPeriod));
  }

  /** Settings that say nothing. */
  public static final KubeProxyNFTablesConfiguration EMPTY =
      new KubeProxyNFTablesConfiguration(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
