package io.kubehop.core.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.time.Simulation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which address MASQUERADE takes in IPv6, as ipv6_dev_get_saddr has it. */
class V6SourceSelectionTest {
  private final Network network = new Network(new Simulation(1), 0);
  private final Host host = network.addHost("host");

  V6SourceSelectionTest() {
    add("eth0", "fd00::2");
    add("eth1", "fe80::5");
  }

  private void add(String device, String address) {
    IpAddress own = IpAddress.parse(address);
    host.addInterface(device, network.addCable(device, 1)).addAddress(own, Cidr.host(own));
  }

  @ParameterizedTest
  @CsvSource({
    "lo,   ::1,     ::1",
    "lo,   fd00::2, fd00::2",
    "eth0, fd00::9, fd00::2",
    "eth1, fd00::9, fd00::2",
    "eth1, fe80::9, fe80::5",
    "eth0, fe80::9, fd00::2"
  })
  void an_address_is_chosen(String device, String destination, String source) {
    IpAddress to = IpAddress.parse(destination);

    IpAddress chosen =
        V6SourceSelection.towards(host, host.requireInterface(device), to.high(), to.low());

    assertThat(chosen).isEqualTo(IpAddress.parse(source));
  }
}
