package io.kubehop.core.ipvs.text;

import io.kubehop.core.net.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * An address, and a port unless it was left out.
 *
 * @param address the address
 * @param port the port, or null
 */
record SocketText(IpAddress address, @Nullable Integer port) {

  /** Reads {@code 10.0.0.1:80}, {@code [fd00::1]:80}, or either address alone. */
  static SocketText read(Word word) throws SyntaxException {
    String text = word.text();
    int end = text.startsWith("[") ? text.indexOf(']') : -1;
    if (end >= 0) {
      boolean hasPort = text.startsWith(":", end + 1);
      if (!hasPort && end + 1 < text.length()) {
        throw notASocket(word);
      }
      return new SocketText(
          address(word, text.substring(1, end)), hasPort ? port(word, end + 2) : null);
    }
    int colon = text.indexOf(':');
    if (colon < 0 || colon != text.lastIndexOf(':')) {
      return new SocketText(address(word, text), null);
    }
    return new SocketText(address(word, text.substring(0, colon)), port(word, colon + 1));
  }

  private static IpAddress address(Word word, String text) throws SyntaxException {
    if (!IpAddress.isAddress(text)) {
      throw notASocket(word);
    }
    return IpAddress.parse(text);
  }

  private static int port(Word word, int from) throws SyntaxException {
    return new Word(word.text().substring(from), word.column() + from).number("port", 0, 65535);
  }

  private static SyntaxException notASocket(Word word) {
    return word.problem(
        "'"
            + word.text()
            + "' is not an address and port in numbers, as ipvsadm-save -n writes them");
  }
}
