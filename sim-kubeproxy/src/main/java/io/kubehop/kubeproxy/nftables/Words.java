package io.kubehop.kubeproxy.nftables;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.nftables.TableFamily;
import io.kubehop.core.nftables.set.SetHeader;
import io.kubehop.core.nftables.value.ValueType;
import io.kubehop.core.nftables.value.ValueTypes;
import io.kubehop.kubeproxy.config.LocalDetector;
import java.util.concurrent.TimeUnit;

/**
 * How things are called in the tables of one address family.
 *
 * @param tables the family of the tables
 * @param ip {@code ip} or {@code ip6}
 * @param address the type of addresses
 * @param loopback the addresses that take no node ports
 */
record Words(TableFamily tables, String ip, ValueType address, String loopback) {
  /** What the kernel gives a set that packets add to, where nothing is said. */
  private static final int DYNAMIC_SET_SIZE = 65_535;

  static Words of(IpFamily family) {
    return family == IpFamily.IPV4
        ? new Words(TableFamily.IP, "ip", ValueTypes.IPV4_ADDR, "127.0.0.0/8")
        : new Words(TableFamily.IP6, "ip6", ValueTypes.IPV6_ADDR, "::1");
  }

  SetHeader addresses(String name, String comment) {
    return SetHeader.set(name, address).withComment(comment);
  }

  SetHeader byAddress(String name, String comment) {
    return SetHeader.verdictMap(name, address, ValueTypes.INET_PROTO, ValueTypes.INET_SERVICE)
        .withComment(comment);
  }

  SetHeader byPort(String name, String comment) {
    return SetHeader.verdictMap(name, ValueTypes.INET_PROTO, ValueTypes.INET_SERVICE)
        .withComment(comment);
  }

  SetHeader affinity(String name, int seconds) {
    return SetHeader.set(name, address)
        .withTimeout(TimeUnit.SECONDS.toMillis(seconds), DYNAMIC_SET_SIZE);
  }

  /** The condition that a packet is from a local Pod; empty if that cannot be told. */
  String ifLocal(LocalDetector detector) {
    return detector.accept(new Condition(ip, ""));
  }

  /** The condition that a packet is not from a local Pod; empty if that cannot be told. */
  String ifNotLocal(LocalDetector detector) {
    return detector.accept(new Condition(ip, "!= "));
  }

  private record Condition(String ip, String not) implements LocalDetector.Visitor<String> {
    @Override
    public String none() {
      return "";
    }

    @Override
    public String byCidr(Cidr pods) {
      return ip + " saddr " + not + pods;
    }

    @Override
    public String byInterface(String name) {
      boolean prefix = name.endsWith("+");
      String device = prefix ? name.substring(0, name.length() - 1) + "*" : name;
      return "iifname " + not + '"' + device + '"';
    }
  }
}
