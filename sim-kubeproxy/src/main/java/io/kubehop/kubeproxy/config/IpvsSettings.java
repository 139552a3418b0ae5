package io.kubehop.kubeproxy.config;

import io.kubehop.core.ipvs.IpvsTimeouts;
import io.kubehop.core.ipvs.scheduler.SchedulerKind;
import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.service.api.KubeProxyIPVSConfiguration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a proxy in ipvs mode goes by beside the settings of every mode.
 *
 * @param scheduler how virtual servers choose
 * @param strictARP whether the node keeps quiet about addresses of other interfaces
 * @param timeouts of idle connections, in seconds; 0 leaves the kernel alone
 * @param excludeCIDRs virtual servers in these ranges are somebody else's, and stay
 */
public record IpvsSettings(
    SchedulerKind scheduler, boolean strictARP, IpvsTimeouts timeouts, List<Cidr> excludeCIDRs) {
  /** What an empty section stands for. */
  public static final IpvsSettings DEFAULT =
      new IpvsSettings(SchedulerKind.RR, false, new IpvsTimeouts(0, 0, 0), List.of());

  /** Copies the list. */
  public IpvsSettings {
    excludeCIDRs = List.copyOf(excludeCIDRs);
  }

  /**
   * Completes a section for one family.
   *
   * @throws IllegalArgumentException if a value is none that kube-proxy takes; the message names
   *     the field
   */
  static IpvsSettings of(KubeProxyIPVSConfiguration section, IpFamily family) {
    return new IpvsSettings(
        scheduler(section.scheduler().orElse("")),
        section.strictARP().orElse(false),
        new IpvsTimeouts(
            seconds("tcpTimeout", section.tcpTimeout()),
            seconds("tcpFinTimeout", section.tcpFinTimeout()),
            seconds("udpTimeout", section.udpTimeout())),
        ranges(section.excludeCIDRs().orElse(List.of()), family));
  }

  private static SchedulerKind scheduler(String name) {
    SchedulerKind kind = name.isEmpty() ? SchedulerKind.RR : SchedulerKind.ofName(name);
    if (kind == null) {
      throw new IllegalArgumentException(
          "ipvs.scheduler: '" + name + "' is none of " + List.of(SchedulerKind.values()));
    }
    return kind;
  }

  /** The kernel counts them in whole seconds. */
  private static int seconds(String field, Optional<Duration> timeout) {
    Duration value = timeout.orElse(Duration.ZERO);
    if (value.isNegative()) {
      throw new IllegalArgumentException("ipvs." + field + ": " + value + " is negative");
    }
    return Math.toIntExact(value.toSeconds());
  }

  private static List<Cidr> ranges(List<String> texts, IpFamily family) {
    List<Cidr> ranges = new ArrayList<>();
    for (String text : texts) {
      int slash = text.indexOf('/');
      if (slash < 0 || !IpAddress.isAddress(text.substring(0, slash))) {
        throw new IllegalArgumentException(
            "ipvs.excludeCIDRs: '" + text + "' is not a network such as 10.0.0.0/8");
      }
      Cidr range = Cidr.parse(text);
      if (range.family() == family) {
        ranges.add(range);
      }
    }
    return ranges;
  }
}
