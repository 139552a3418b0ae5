package io.kubehop.core.conntrack;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.net.FiveTuple;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.time.Journal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DNAT to two addresses chooses as Linux 6.18 was seen to choose. */
class AddressSpreadTest {
  private static final IpAddress FIRST = IpAddress.parse("fd00:10:244::11");
  private static final IpAddress SECOND = IpAddress.parse("fd00:10:244::12");

  @ParameterizedTest
  @CsvSource({
    "2001:db8:113::7, fd00:10:96::10, fd00:10:244::11",
    "2001:db8:113::7, fd00:10:96::11, fd00:10:244::12",
    "fd00:10:244::11, fd00:10:96::10, fd00:10:244::12",
    "fd00:10:244::12, fd00:10:96::11, fd00:10:244::11",
    // the upper words of the destination are those that were already chosen
    "fd00:10:244::11, 2001:db8:113::7, fd00:10:244::12",
    "fd00:192:168::2, 2001:db8:113::7, fd00:10:244::12"
  })
  void a_client_gets_the_address_that_the_kernel_gives_it(
      String client, String called, String chosen) {
    Tuple tuple = new Connection(new Journal()).original;
    tuple.setFrom(
        new FiveTuple(
            Protocol.UDP.number(), IpAddress.parse(client), 20001, IpAddress.parse(called), 8080),
        0,
        0);

    assertThat(AddressSpread.choose(tuple, NatKind.DESTINATION, FIRST, SECOND, false))
        .isEqualTo(IpAddress.parse(chosen));
  }
}
