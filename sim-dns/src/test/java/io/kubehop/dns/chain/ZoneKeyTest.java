package io.kubehop.dns.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.net.IpAddress;
import io.kubehop.dns.message.DomainName;
import org.junit.jupiter.api.Test;

class ZoneKeyTest {

  @Test
  void aKeyWithoutPortListensOn53() {
    ZoneKey key = ZoneKey.parse("Example.org");

    assertThat(key.port()).isEqualTo(53);
    assertThat(key.zones()).containsExactly(DomainName.of("example.org."));
  }

  @Test
  void aPortMayFollowTheZone() {
    assertThat(ZoneKey.parse(".:1053").port()).isEqualTo(1053);
  }

  @Test
  void aNetworkIsAReverseZone() {
    assertThat(ZoneKey.parse("10.0.0.0/24").zones())
        .containsExactly(DomainName.of("0.0.10.in-addr.arpa."));
  }

  @Test
  void reverseNamesLeadBackToTheirAddresses() {
    for (String text : new String[] {"10.96.0.10", "2001:db8::567:89ab"}) {
      IpAddress address = IpAddress.parse(text);
      DomainName name = ReverseName.of(address);

      assertThat(ReverseName.isReverse(name)).isTrue();
      assertThat(ReverseName.address(name)).isEqualTo(address);
    }
  }

  @Test
  void aPartOfAReverseNameIsNoAddress() {
    assertThat(ReverseName.address(DomainName.of("0.96.10.in-addr.arpa."))).isNull();
  }
}
