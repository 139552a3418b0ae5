package io.kubehop.dns.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubehop.core.net.IpAddress;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DnsPacketTest {
  private static final DomainName WEB = DomainName.of("web.default.svc.cluster.local.");

  private static DnsMessage answerWith(int addresses) {
    DnsMessage query = DnsMessage.query(Header.query(7), new Question(WEB, RecordType.A), null);
    List<ResourceRecord> records =
        IntStream.range(0, addresses)
            .mapToObj(i -> ResourceRecord.address(WEB, 5, IpAddress.parse("10.244.0." + i)))
            .toList();
    return DnsMessage.authoritativeReplyTo(query).withAnswer(records);
  }

  @Test
  void aMessageComesBackFromItsBytes() throws MalformedMessageException {
    DnsMessage message = answerWith(3);

    assertThat(DnsPacket.of(message, DnsPacket.CLASSIC_SIZE).message()).isEqualTo(message);
  }

  @Test
  void twentyNineAddressesFitIntoAClassicPacketAndNotOneMore() throws MalformedMessageException {
    DnsMessage all = DnsPacket.of(answerWith(29), DnsPacket.CLASSIC_SIZE).message();
    DnsMessage cut = DnsPacket.of(answerWith(30), DnsPacket.CLASSIC_SIZE).message();

    assertThat(all.answer()).hasSize(29);
    assertThat(all.has(Flag.TC)).isFalse();
    assertThat(cut.answer()).hasSize(29);
    assertThat(cut.has(Flag.TC)).isTrue();
  }

  @Test
  void namesAreCompressedOnlyWhereTheMessageWouldNotFit() {
    int record = 2 + 2 + 4 + 2 + 4;
    int owner = "web.default.svc.cluster.local.".length() + 1;
    int one = DnsPacket.of(answerWith(1), DnsPacket.CLASSIC_SIZE).length();

    assertThat(DnsPacket.of(answerWith(2), DnsPacket.CLASSIC_SIZE).length())
        .isEqualTo(one + owner + record);
    assertThat(DnsPacket.of(answerWith(29), DnsPacket.CLASSIC_SIZE).length())
        .isEqualTo(one - owner - record + 29 * (2 + record));
  }

  @Test
  void bytesThatAreNoMessageAreRefused() {
    assertThatThrownBy(() -> DnsPacket.ofBytes(new byte[] {1, 2, 3}).message())
        .isInstanceOf(MalformedMessageException.class);
  }
}
