package io.kubehop.scenarios.cli.serve;

import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.DnsPacket;
import io.kubehop.dns.message.Flag;
import io.kubehop.dns.message.MalformedMessageException;
import io.kubehop.dns.message.ResourceRecord;
import io.kubehop.scenarios.report.Json;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts what a server answers into lines of text, or into JSON objects. */
public final class QueryLog {
  private QueryLog() {}

  /** One line: {@code 127.0.0.1:40001 udp cart.shop. IN A: NOERROR qr,aa,rd, 1 answer}. */
  public static String text(Served served) {
    DnsMessage answer = message(served.answer());
    String who = client(served) + " " + served.protocol() + " ";
    if (answer == null) {
      return who + served.answer().length + " bytes\n";
    }
    int answers = answer.answer().size();
    return who
        + question(answer)
        + ": "
        + answer.rcode()
        + " "
        + String.join(",", flags(answer))
        + ", "
        + answers
        + (answers == 1 ? " answer" : " answers")
        + "\n";
  }

  /** An object with the keys of a {@code resolve} step. */
  public static String json(Served served) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("client", client(served));
    object.put("protocol", served.protocol());
    DnsMessage answer = message(served.answer());
    if (answer != null) {
      object.put("question", question(answer));
      object.put("rcode", answer.rcode().toString());
      object.put("flags", flags(answer));
      object.put("answers", texts(answer.answer()));
      object.put("authority", texts(answer.authority()));
      object.put("additional", texts(answer.additional()));
    }
    object.put("size", served.answer().length);
    return Json.write(object);
  }

  private static @Nullable DnsMessage message(byte[] bytes) {
    try {
      return DnsPacket.ofBytes(bytes).message();
    } catch (MalformedMessageException e) {
      return null;
    }
  }

  private static String client(Served served) {
    InetSocketAddress address = (InetSocketAddress) served.client();
    return address.getAddress().getHostAddress() + ":" + address.getPort();
  }

  private static String question(DnsMessage message) {
    return message.questions().isEmpty()
        ? "no question"
        : message.question().name()
            + " "
            + message.question().className()
            + " "
            + message.question().type();
  }

  private static List<String> flags(DnsMessage message) {
    return message.header().flagList().stream().map(Flag::toString).toList();
  }

  private static List<String> texts(List<ResourceRecord> records) {
    return records.stream().map(ResourceRecord::toString).toList();
  }
}
