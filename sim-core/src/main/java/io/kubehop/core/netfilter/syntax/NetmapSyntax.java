package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.conntrack.NatRange;
import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.matches.AddressMask;
import io.kubehop.core.netfilter.targets.Netmap;
import io.kubehop.core.netfilter.targets.Target;
import java.util.List;

/** {@code -j NETMAP}. */
final class NetmapSyntax implements TargetSyntax<Netmap> {
  private static final List<OptionSpec> OPTIONS = List.of(OptionSpec.value("to"));

  @Override
  public List<String> names() {
    return List.of("NETMAP");
  }

  @Override
  public Class<Netmap> type() {
    return Netmap.class;
  }

  @Override
  public List<OptionSpec> options(IpFamily family) {
    return OPTIONS;
  }

  @Override
  public Target read(String name, Options options) {
    Word word = options.require("to").value();
    AddressMask to = AddressText.readMasked(word, word.text(), options.family());
    if (to.prefixLength() < 0) {
      throw word.fault("'" + word.text() + "' is no network: its mask is no prefix");
    }
    Cidr network = new Cidr(to.address(), to.prefixLength());
    return new Netmap(
        new NatRange(
            network.address(), network.last(), -1, -1, -1, false, false, false, to.prefixLength()));
  }

  @Override
  public void write(Netmap target, OptionWriter out) {
    out.option("--to", target.range().minAddress() + "/" + target.range().netmapPrefixLength());
  }
}
