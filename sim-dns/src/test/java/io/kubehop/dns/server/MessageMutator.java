package io.kubehop.dns.server;

import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.DnsPacket;
import io.kubehop.dns.message.DomainName;
import io.kubehop.dns.message.Edns;
import io.kubehop.dns.message.Header;
import io.kubehop.dns.message.Question;
import io.kubehop.dns.message.RecordType;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes messages that no well-behaved client sends: changed ones, cut ones, noise. */
final class MessageMutator {
  private static final List<String> NAMES =
      List.of(
          "cart.shop.svc.cluster.local.",
          "_http._tcp.cart.shop.svc.cluster.local.",
          "outside.shop.svc.cluster.local.",
          "1-2-3-4.shop.pod.cluster.local.",
          "12.0.96.10.in-addr.arpa.",
          "b.a.9.8.7.6.5.0.4.0.0.0.3.0.0.0.2.0.0.0.1.0.0.0.0.0.0.0.1.2.3.4.ip6.arpa.",
          "www.example.com.",
          "gateway.example.net.",
          "cart.shop.svc.cluster.local.default.svc.cluster.local.",
          "host.zone.example.",
          ".");
  private static final int[] TYPES = {1, 2, 5, 6, 12, 15, 16, 28, 33, 41, 43, 65, 251, 252, 255};
  private static final int LONGEST_NOISE = 200;

  private final Random random;

  MessageMutator(long seed) {
    this.random = new Random(seed);
  }

  byte[] next() {
    if (random.nextInt(8) == 0) {
      return noise(random.nextInt(LONGEST_NOISE));
    }
    byte[] message = query();
    int changes = random.nextInt(5);
    for (int i = 0; i < changes; i++) {
      message = changed(message);
    }
    return message;
  }

  private byte[] query() {
    DomainName name = DomainName.of(NAMES.get(random.nextInt(NAMES.size())));
    RecordType type = new RecordType(TYPES[random.nextInt(TYPES.length)]);
    Edns edns =
        random.nextBoolean() ? null : new Edns(random.nextInt(5000), 0, random.nextBoolean());
    Header header = Header.query(random.nextInt(1 << 16));
    return DnsPacket.of(
            DnsMessage.query(header, new Question(name, type), edns), DnsPacket.LARGEST_SIZE)
        .toBytes();
  }

  private byte[] changed(byte[] message) {
    if (message.length == 0) {
      return message;
    }
    int place = random.nextInt(message.length);
    byte[] copy = message.clone();
    switch (random.nextInt(6)) {
      case 0 -> copy[place] = (byte) random.nextInt(256);
      case 1 -> copy[place] ^= (byte) (1 << random.nextInt(8));
      case 2 -> copy = Arrays.copyOf(message, place);
      case 3 -> copy = joined(message, noise(random.nextInt(40)));
      case 4 -> copy = joined(Arrays.copyOf(message, place), message);
      default -> copy[Math.min(place, 11)] = (byte) random.nextInt(4);
    }
    return copy;
  }

  private byte[] noise(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
