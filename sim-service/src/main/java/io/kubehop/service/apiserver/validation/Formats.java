package io.kubehop.service.apiserver.validation;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The formats of names, labels, ports and addresses. Each function returns what is wrong with a
 * text, in the words of {@code k8s.io/apimachinery/pkg/util/validation}; nothing if it is well
 * formed.
 */
public final class Formats {
  private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
  private static final String SUBDOMAIN = LABEL + "(\\." + LABEL + ")*";
  private static final String DNS_1035 = "[a-z]([-a-z0-9]*[a-z0-9])?";
  private static final String WILDCARD = "\\*\\." + SUBDOMAIN;
  private static final String QUALIFIED = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
  private static final String LABEL_VALUE = "(" + QUALIFIED + ")?";

  private Formats() {}

  /** A label of DNS (RFC 1123): what container and port names are. */
  public static List<String> dns1123Label(String text) {
    List<String> errors = tooLong(text, 63);
    if (!text.matches(LABEL)) {
      errors.add(
          "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-',"
              + " and must start and end with an alphanumeric character"
              + example(LABEL, "my-name", "123-abc"));
    }
    return errors;
  }

  /** A label of DNS that begins with a letter (RFC 1035): what Service names are. */
  public static List<String> dns1035Label(String text) {
    List<String> errors = tooLong(text, 63);
    if (!text.matches(DNS_1035)) {
      errors.add(
          "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with"
              + " an alphabetic character, and end with an alphanumeric character"
              + example(DNS_1035, "my-name", "abc-123"));
    }
    return errors;
  }

  /** A name of DNS with any number of labels (RFC 1123): what the names of most objects are. */
  public static List<String> dns1123Subdomain(String text) {
    List<String> errors = tooLong(text, 253);
    if (!text.matches(SUBDOMAIN)) {
      errors.add(
          "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-'"
              + " or '.', and must start and end with an alphanumeric character"
              + example(SUBDOMAIN, "example.com"));
    }
    return errors;
  }

  /** A name of DNS whose first label is a star. */
  public static List<String> wildcardSubdomain(String text) {
    List<String> errors = tooLong(text, 253);
    if (!text.matches(WILDCARD)) {
      errors.add(
          "a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain,"
              + " which must consist of lower case alphanumeric characters, '-' or '.' and end with"
              + " an alphanumeric character"
              + example(WILDCARD, "*.example.com"));
    }
    return errors;
  }

  /** A name with an optional prefix of DNS and a slash: what label keys are. */
  public static List<String> qualifiedName(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length > 2) {
      return List.of(
          "a qualified name "
              + alphanumeric("MyName", "my.name", "123-abc", QUALIFIED)
              + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')");
    }
    List<String> errors = new ArrayList<>();
    String name = parts[parts.length - 1];
    if (parts.length == 2) {
      if (parts[0].isEmpty()) {
        errors.add("prefix part must be non-empty");
      } else {
        dns1123Subdomain(parts[0]).forEach(error -> errors.add("prefix part " + error));
      }
    }
    if (name.isEmpty()) {
      errors.add("name part must be non-empty");
    } else {
      tooLong(name, 63).forEach(error -> errors.add("name part " + error));
    }
    if (!name.matches(QUALIFIED)) {
      errors.add("name part " + alphanumeric("MyName", "my.name", "123-abc", QUALIFIED));
    }
    return errors;
  }

  /** The value of a label. */
  public static List<String> labelValue(String text) {
    List<String> errors = tooLong(text, 63);
    if (!text.matches(LABEL_VALUE)) {
      errors.add(
          "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or"
              + " '.', and must start and end with an alphanumeric character"
              + example(LABEL_VALUE, "MyValue", "my_value", "12345"));
    }
    return errors;
  }

  /** The number of a port. */
  public static List<String> portNumber(int port) {
    return port >= 1 && port <= 65535
        ? List.of()
        : List.of("must be between 1 and 65535, inclusive");
  }

  /** The name of a container port (an IANA service name). */
  public static List<String> portName(String text) {
    List<String> errors = tooLong(text, 15);
    if (!text.matches("[-a-z0-9]+")) {
      errors.add("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)");
    }
    if (!Pattern.compile("[a-z]").matcher(text).find()) {
      errors.add("must contain at least one letter (a-z)");
    }
    if (text.contains("--")) {
      errors.add("must not contain consecutive hyphens");
    }
    if (text.startsWith("-") || text.endsWith("-")) {
      errors.add("must not begin or end with a hyphen");
    }
    return errors;
  }

  /** An address of either family. */
  public static List<String> ip(String text) {
    return IpAddress.isAddress(text)
        ? List.of()
        : List.of("must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)");
  }

  /** An address and the length of a prefix. */
  public static List<String> cidr(String text) {
    return isCidr(text)
        ? List.of()
        : List.of("must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)");
  }

  private static boolean isCidr(String text) {
    try {
      return text.indexOf('/') > 0 && Cidr.parse(text).prefixLength() >= 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static List<String> tooLong(String text, int max) {
    List<String> errors = new ArrayList<>();
    if (text.length() > max) {
      errors.add("must be no more than " + max + " bytes");
    }
    return errors;
  }

  private static String alphanumeric(String first, String second, String third, String regex) {
    return "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an"
        + " alphanumeric character"
        + example(regex, first, second, third);
  }

  private static String example(String regex, String... examples) {
    StringBuilder text = new StringBuilder(" (e.g. ");
    for (int i = 0; i < examples.length; i++) {
      text.append(i > 0 ? " or '" : "'").append(examples[i]).append("', ");
    }
    return text.append("regex used for validation is '").append(regex).append("')").toString();
  }
}
