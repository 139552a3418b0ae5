package io.kubehop.service.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The section {@code ipvs} of a {@link KubeProxyConfiguration}.
 *
 * @param syncPeriod how often everything is written without a change; 30 s by default
 * @param minSyncPeriod how long rules are left alone after a change; 1 s by default
 * @param scheduler how IPVS chooses a server; {@code rr} by default
 * @param excludeCIDRs virtual servers that are left alone
 * @param strictARP whether nodes keep quiet about addresses of other interfaces
 * @param tcpTimeout of an idle TCP connection; 0 or absent leaves the kernel alone
 * @param tcpFinTimeout of a TCP connection that is being closed; 0 or absent leaves the kernel
 *     alone
 * @param udpTimeout of an idle UDP flow; 0 or absent leaves the kernel alone
 */
public record KubeProxyIPVSConfiguration(
    Optional<Duration> syncPeriod,
    Optional<Duration> minSyncPeriod,
    Optional<String> scheduler,
    Optional<List<String>> excludeCIDRs,
    Optional<Boolean> strictARP,
    Optional<Duration> tcpTimeout,
    Optional<Duration> tcpFinTimeout,
    Optional<Duration> udpTimeout) {

  /** Copies the collections. */
  public KubeProxyIPVSConfiguration {
    excludeCIDRs = excludeCIDRs.map(List::copyOf);
  }

  /** Returns these settings, completed by those of another configuration where they say nothing. */
  public KubeProxyIPVSConfiguration over(KubeProxyIPVSConfiguration base) {
    return new KubeProxyIPVSConfiguration(
        syncPeriod.or(() -> base.syncPeriod),
        minSyncPeriod.or(() -> base.minSyncPeriod),
        scheduler.or(() -> base.scheduler),
        excludeCIDRs.or(() -> base.excludeCIDRs),
        strictARP.or(() -> base.strictARP),
        tcpTimeout.or(() -> base.tcpTimeout),
        tcpFinTimeout.or(() -> base.tcpFinTimeout),
        udpTimeout.or(() -> base.udpTimeout));
  }

  /** Settings that say nothing. */
  public static final KubeProxyIPVSConfiguration EMPTY =
      new KubeProxyIPVSConfiguration(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}
