package io.kubehop.core.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.96.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fd00:10:244::7",
        "2001:db8::a:0:0:1"
      })
  void anAddressPrintsAsItWasRead(String text) {
    assertThat(IpAddress.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.96.0",
        "10.96.0.256",
        "010.96.0.1",
        "fe80::1%eth0",
        "localhost",
        "1::2::3"
      })
  void whatIsNoAddressIsRefused(String text) {
    assertThat(IpAddress.isAddress(text)).isFalse();
    assertThatThrownBy(() -> IpAddress.parse(text)).hasMessageContaining("is not an IP address");
  }

  @Test
  void theOtherFamilyIsInNoNetwork() {
    assertThat(Cidr.parse("0.0.0.0/0").contains(IpAddress.parse("::1"))).isFalse();
    assertThat(Cidr.parse("::/0").contains(IpAddress.parse("10.0.0.1"))).isFalse();
  }

  @Test
  void bitsBeyondThePrefixDoNotCount() {
    assertThat(Cidr.parse("10.244.3.9/24")).hasToString("10.244.3.0/24");
    assertThat(Cidr.parse("10.244.3.0/24").last()).hasToString("10.244.3.255");
    assertThat(Cidr.parse("fd00::/64").last()).hasToString("fd00::ffff:ffff:ffff:ffff");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/1.0", "fd00::/129"})
  void whatIsNoNetworkIsRefused(String text) {
    assertThatThrownBy(() -> Cidr.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void aNetworkHoldsItsFirstAndLastAddressAndNotTheirNeighbours(
      @ForAll int bits, @ForAll @IntRange(min = 1, max = 32) int length) {
    Cidr network = new Cidr(IpAddress.ofV4(bits), length);
    assertThat(network.contains(network.address())).isTrue();
    assertThat(network.contains(network.last())).isTrue();
    assertThat(network.contains(network.last().plus(1))).isFalse();
    assertThat(network.contains(network.address().plus(-1))).isFalse();
    assertThat(Cidr.parse(network.toString())).isEqualTo(network);
  }

  @Property
  void bytesAndTextAgreeForIpv6(@ForAll long high, @ForAll long low) {
    IpAddress address = new IpAddress(high | 0x2000_0000_0000_0000L, low);
    assertThat(IpAddress.parse(address.toString())).isEqualTo(address);
    assertThat(address.toBytes()).hasSize(16);
  }
}
