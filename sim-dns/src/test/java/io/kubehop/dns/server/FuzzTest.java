package io.kubehop.dns.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.net.Protocol;
import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.DnsPacket;
import io.kubehop.dns.message.MalformedMessageException;
import io.kubehop.dns.message.ResponseCode;
import io.kubehop.dns.testing.DnsCluster;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever comes, the server goes on. {@code -Dkubehop.fuzz=1000000} sends that many messages, and
 * {@code -Dkubehop.seed=7} others.
 */
class FuzzTest {
  private static final int COUNT = Integer.getInteger("kubehop.fuzz", 20_000);
  private static final long SEED = Long.getLong("kubehop.seed", 1);
  private static final int HEADER_LENGTH = 12;

  private static final String OBJECTS =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: cart, namespace: shop}
      spec: {clusterIP: 10.96.0.12, ports: [{name: http, port: 80}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: outside, namespace: shop}
      spec: {type: ExternalName, externalName: www.example.com}
      ---
      """;

  private static final String COREFILE =
      """
      .:53 {
          dns64
          loadbalance
          rewrite name substring old new
          autopath @kubernetes
          cache 30
          minimal
          template ANY HINFO . {
              rcode NOTIMP
          }
          hosts {
              192.0.2.7 gateway.example.net
              fallthrough
          }
          k8s_external external.example
          kubernetes cluster.local in-addr.arpa ip6.arpa {
              pods verified
              fallthrough in-addr.arpa ip6.arpa
          }
          loop
          forward . /etc/resolv.conf
      }
      """;

  private final DnsCluster cluster = DnsCluster.of(OBJECTS + DnsCluster.corefile(COREFILE));

  @Test
  @Timeout(1200)
  void no_message_stops_the_server() {
    cluster.outside().add("www.example.com", "A 203.0.113.80");
    MessageMutator messages = new MessageMutator(SEED);
    for (int i = 0; i < COUNT; i++) {
      byte[] message = messages.next();
      Protocol protocol = i % 10 == 0 ? Protocol.TCP : Protocol.UDP;
      Optional<byte[]> answer = cluster.send(protocol, message);
      if (!isAsExpected(message, answer)) {
        assertThat(answer.map(HexFormat.of()::formatHex))
            .as("answer to message %s, %s", i, HexFormat.of().formatHex(message))
            .isEqualTo(Optional.of("something else"));
      }
    }
    assertThat(cluster.answers("cart.shop.svc.cluster.local.", "A")).hasSize(1);
  }

  /** Silence for what is no query; else an answer that bears the number of the query. */
  private static boolean isAsExpected(byte[] message, Optional<byte[]> answer) {
    boolean isQuery = message.length >= HEADER_LENGTH && (message[2] & 0x80) == 0;
    if (!isQuery) {
      return answer.isEmpty();
    }
    return answer.isPresent() && isAnswer(message, answer.get());
  }

  private static boolean isAnswer(byte[] query, byte[] bytes) {
    DnsMessage answer;
    try {
      answer = DnsPacket.ofBytes(bytes).message();
    } catch (MalformedMessageException e) {
      return false;
    }
    boolean fits = bytes[0] == query[0] && bytes[1] == query[1] && (bytes[2] & 0x80) != 0;
    return fits
        && (isReadable(query)
            || answer.rcode().equals(ResponseCode.FORMERR)
            || answer.rcode().equals(ResponseCode.NOTIMP)
            || query.length == HEADER_LENGTH);
  }

  private static boolean isReadable(byte[] bytes) {
    try {
      DnsPacket.ofBytes(bytes).message();
      return true;
    } catch (MalformedMessageException e) {
      return false;
    }
  }
}
