package io.kubehop.core.ipvs.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.ipvs.BalancingHost;
import io.kubehop.core.ipvs.VirtualServer;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class IpvsadmProperties {
  private static final Arbitrary<String> V4 =
      Arbitraries.of("10.96.0.1", "172.16.0.1", "100.64.0.1", "192.168.0.1", "9.9.9.9");
  private static final Arbitrary<String> V6 = Arbitraries.of("[fd00::1]", "[2001:db8::1]", "[::1]");

  @Provide
  Arbitrary<String> tables() {
    Arbitrary<String> sockets =
        Combinators.combine(Arbitraries.oneOf(V4, V6), Arbitraries.integers().between(1, 3))
            .as((address, port) -> address + ":" + port);
    Arbitrary<String> names =
        Combinators.combine(Arbitraries.of("-t ", "-u ", "--sctp-service "), sockets)
            .as((protocol, socket) -> protocol + socket);
    Arbitrary<String> services =
        Combinators.combine(
                names,
                Arbitraries.of("rr", "wrr", "sh", "mh", "twos"),
                Arbitraries.of("", " -p 60", " -p 10800 -b flag-1", " -b flag-2,flag-3"))
            .as((name, scheduler, rest) -> "-A " + name + " -s " + scheduler + rest);
    Arbitrary<String> servers =
        Combinators.combine(names, sockets, Arbitraries.integers().between(0, 65535))
            .as((name, socket, weight) -> "-a " + name + " -r " + socket + " -m -w " + weight);
    return Arbitraries.oneOf(services, servers).list().ofMaxSize(40).map(l -> String.join("\n", l));
  }

  /** Lines that do not go together are left out; what is left is read and written as it is. */
  @Property
  void whatIsWrittenIsReadBack(@ForAll("tables") String text) {
    RestoredTable table = IpvsadmRestore.read(text);
    String written = IpvsadmSave.print(table.entries());
    RestoredTable again = IpvsadmRestore.read(written);

    assertThat(again.problems()).isEmpty();
    assertThat(lines(IpvsadmSave.print(again.entries()))).isEqualTo(lines(written));
    BalancingHost host = new BalancingHost();
    host.ipvs().restore(table.entries());
    assertThat(
            IpvsadmSave.print(host.ipvs().services().stream().map(VirtualServer::entry).toList()))
        .isEqualTo(written);
  }

  /** As a set: where the tool's order goes round in a circle, it hangs on the order before. */
  private static List<String> lines(String text) {
    return text.lines().sorted().toList();
  }

  @Property
  void noTextIsTooOdd(@ForAll String text) {
    assertThat(IpvsadmRestore.read("-A " + text).problems())
        .allSatisfy(problem -> assertThat(problem.message()).isNotBlank());
  }
}
