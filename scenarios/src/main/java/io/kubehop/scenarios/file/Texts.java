package io.kubehop.scenarios.file;

import com.google.common.collect.ImmutableMap;
import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.scenarios.connection.Destination;
import io.kubehop.scenarios.connection.Source;
import io.kubehop.scenarios.format.Shape;
import io.kubehop.scenarios.format.Shapes;
import io.kubehop.service.api.ObjectKey;
import java.util.Map;
import java.util.function.Function;

/** The texts of the format that have a grammar of their own. */
final class Texts {
  static final Shape<IpAddress> ADDRESS = Shapes.TEXT.parsed(IpAddress::parse);
  static final Shape<Cidr> CIDR = Shapes.TEXT.parsed(Texts::cidr);
  static final Shape<Cidr> CIDR_OR_ADDRESS = Shapes.TEXT.parsed(Cidr::parse);
  static final Shape<SocketAddress> SOCKET_ADDRESS = Shapes.TEXT.parsed(SocketAddress::parse);
  static final Shape<Source> SOURCE = Shapes.TEXT.parsed(Source::parse);
  static final Shape<Source> CLIENTS = Shapes.TEXT.parsed(Source::parseClients);
  static final Shape<Destination> DESTINATION = Shapes.TEXT.parsed(Destination::parse);
  static final Shape<Part> PART = Shapes.TEXT.parsed(Part::parse);
  static final Shape<ObjectKey> KEY = Shapes.TEXT.parsed(ObjectNames::key);
  static final Shape<ObjectKey> POD = Shapes.TEXT.parsed(ObjectNames::pod);
  static final Shape<String> DNS_NAME = Shapes.TEXT.parsed(Texts::dnsName);
  private static final int LONGEST_LABEL = 63;
  private static final int LONGEST_NAME = 253;

  private Texts() {}

  /** The values of an enum by the text that each prints as. */
  static <E extends Enum<E>> Shape<E> choice(Class<E> type, Function<E, String> name) {
    ImmutableMap.Builder<String, E> choices = ImmutableMap.builder();
    for (E value : type.getEnumConstants()) {
      choices.put(name.apply(value), value);
    }
    Map<String, E> built = choices.buildOrThrow();
    return Shapes.choice(built);
  }

  private static Cidr cidr(String text) {
    if (text.indexOf('/') < 0) {
      throw new IllegalArgumentException(
          "\"" + text + "\" has no prefix length; write a network such as 10.96.0.0/12");
    }
    return Cidr.parse(text);
  }

  /** RFC 1035, 2.3.4: 63 octets for a label, 255 for a name on the wire. */
  private static String dnsName(String text) {
    String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    if (name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "a name of " + name.length() + " characters; DNS allows " + LONGEST_NAME);
    }
    for (String label : name.split("\\.", -1)) {
      if (label.isEmpty() && !text.equals(".")) {
        throw new IllegalArgumentException("\"" + text + "\" has an empty label");
      }
      if (label.length() > LONGEST_LABEL) {
        throw new IllegalArgumentException(
            "a label of " + label.length() + " characters; DNS allows " + LONGEST_LABEL);
      }
    }
    return text;
  }
}
