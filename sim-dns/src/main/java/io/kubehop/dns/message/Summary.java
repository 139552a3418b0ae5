package io.kubehop.dns.message;

/** One line about a message, as a packet capture shows it. */
final class Summary {
  private Summary() {}

  static String of(DnsPacket packet) {
    try {
      DnsMessage message = packet.message();
      String size = " (" + packet.length() + ")";
      return message.has(Flag.QR) ? answer(message) + size : question(message) + size;
    } catch (MalformedMessageException e) {
      return "malformed message (" + packet.length() + ")";
    }
  }

  private static String question(DnsMessage message) {
    String asked =
        message.questions().isEmpty()
            ? ""
            : " " + message.question().type() + "? " + message.question().name();
    return message.header().id() + (message.has(Flag.RD) ? "+" : "") + asked;
  }

  private static String answer(DnsMessage message) {
    String authoritative = message.has(Flag.AA) ? "*" : "";
    String truncated = message.isTruncated() ? "|" : "";
    String code = message.rcode().equals(ResponseCode.NOERROR) ? "" : " " + message.rcode();
    return message.header().id()
        + authoritative
        + truncated
        + code
        + " "
        + message.answer().size()
        + "/"
        + message.authority().size()
        + "/"
        + message.additional().size();
  }
}
