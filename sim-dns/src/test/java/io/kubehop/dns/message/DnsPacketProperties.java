package io.kubehop.dns.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.net.IpAddress;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class DnsPacketProperties {

  @Property
  void anyBytesAreAMessageOrRefused(@ForAll @Size(max = 600) byte[] bytes) {
    assertThat(isRead(bytes)).isIn(true, false);
  }

  @Property
  void aMutatedMessageIsAMessageOrRefused(
      @ForAll @IntRange(max = 70) int place, @ForAll byte value) {
    DomainName name = DomainName.of("a.example.com.");
    DnsMessage query = DnsMessage.query(Header.query(1), new Question(name, RecordType.A), null);
    DnsMessage answer =
        DnsMessage.replyTo(query)
            .withAnswer(
                List.of(
                    ResourceRecord.cname(name, 5, DomainName.of("b.example.com.")),
                    ResourceRecord.address(
                        DomainName.of("b.example.com."), 5, IpAddress.parse("192.0.2.1"))));
    byte[] bytes = DnsPacket.of(answer, DnsPacket.LARGEST_SIZE).toBytes();
    bytes[place % bytes.length] = value;

    assertThat(isRead(bytes)).isIn(true, false);
  }

  /** Anything else than the declared exception ends the test. */
  private static boolean isRead(byte[] bytes) {
    try {
      DnsPacket.ofBytes(bytes).message();
      return true;
    } catch (MalformedMessageException refused) {
      return false;
    }
  }
}
