package io.kubehop.core.nftables.value;

import io.kubehop.core.net.IpAddress;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How values of a type are written. */
public enum Notation {
  /** Dotted decimal. */
  IPV4 {
    @Override
    @Nullable Key read(String word) {
      IpAddress address = IpAddress.isAddress(word) ? IpAddress.parse(word) : null;
      return address == null || !address.isV4() || word.indexOf(':') >= 0
          ? null
          : Key.of(address.low() & 0xffff_ffffL);
    }

    @Override
    String print(long high, long low) {
      return IpAddress.ofV4((int) low).toString();
    }
  },
  /** As RFC 5952 has it. */
  IPV6 {
    @Override
    @Nullable Key read(String word) {
      IpAddress address = IpAddress.isAddress(word) ? IpAddress.parse(word) : null;
      return address == null || word.indexOf(':') < 0
          ? null
          : Key.of(address.high(), address.low());
    }

    @Override
    String print(long high, long low) {
      return IpAddress.isV4(high, low)
          ? "::ffff:" + new IpAddress(high, low)
          : new IpAddress(high, low).toString();
    }
  },
  /** Six bytes in hexadecimal, joined by colons. */
  ETHER {
    @Override
    @Nullable Key read(String word) {
      long value = 0;
      String[] parts = word.split(":", -1);
      for (String part : parts) {
        if (!part.matches("[0-9a-fA-F]{1,2}")) {
          return null;
        }
        value = value << 8 | Integer.parseInt(part, 16);
      }
      return parts.length == 6 ? Key.of(value) : null;
    }

    @Override
    String print(long high, long low) {
      StringBuilder text = new StringBuilder();
      for (int shift = 40; shift >= 0; shift -= 8) {
        text.append(text.isEmpty() ? "" : ":");
        text.append(String.format(Locale.ROOT, "%02x", low >>> shift & 0xff));
      }
      return text.toString();
    }
  },
  /** The name of an interface in quotes: its bytes, zeros behind. */
  NAME {
    @Override
    @Nullable Key read(String word) {
      return word.length() > 15 ? null : Key.of(nameHigh(word), nameLow(word));
    }

    @Override
    String print(long high, long low) {
      return '"' + nameOf(high, low) + '"';
    }
  },
  /** Decimal. */
  NUMBER {
    @Override
    @Nullable Key read(String word) {
      return readNumber(word);
    }

    @Override
    String print(long high, long low) {
      return high == 0 && low >= 0 ? Long.toString(low) : hex(high, low);
    }
  },
  /** Decimal, even where the number has a name. */
  PLAIN {
    @Override
    @Nullable Key read(String word) {
      return readNumber(word);
    }

    @Override
    String print(long high, long low) {
      return Long.toString(low);
    }
  },
  /** Hexadecimal with eight digits, as marks are. */
  HEX {
    @Override
    @Nullable Key read(String word) {
      return readNumber(word);
    }

    @Override
    String print(long high, long low) {
      return String.format(Locale.ROOT, "0x%08x", low);
    }
  },
  /** Names of bits joined by commas. */
  FLAGS {
    @Override
    @Nullable Key read(String word) {
      return readNumber(word);
    }

    @Override
    String print(long high, long low) {
      return hex(high, low);
    }
  },
  /** A span of time such as {@code 1d2h3m4s}, in milliseconds. */
  TIME {
    @Override
    @Nullable Key read(String word) {
      long millis = TimeText.read(word);
      return millis < 0 ? null : Key.of(millis);
    }

    @Override
    String print(long high, long low) {
      return TimeText.print(low);
    }
  };

  /** The value of a word, or null. */
  abstract @Nullable Key read(String word);

  /** The word of a value. */
  abstract String print(long high, long low);

  private static @Nullable Key readNumber(String word) {
    boolean hex = word.startsWith("0x") || word.startsWith("0X");
    String digits = hex ? word.substring(2) : word;
    if (digits.isEmpty() || digits.length() > (hex ? 32 : 19)) {
      return null;
    }
    int radix = hex ? 16 : 10;
    long high = 0;
    long low = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(i), radix);
      if (digit < 0) {
        return null;
      }
      high = hex ? high << 4 | low >>> 60 : 0;
      low = hex ? low << 4 | digit : low * 10 + digit;
    }
    return Key.of(high, low);
  }

  private static String hex(long high, long low) {
    return high == 0
        ? "0x" + Long.toHexString(low)
        : "0x" + Long.toHexString(high) + String.format(Locale.ROOT, "%016x", low);
  }

  /** The first eight bytes of an interface's name; allocates nothing. */
  public static long nameHigh(String name) {
    return nameBytes(name, 0);
  }

  /** The last eight bytes of an interface's name. */
  public static long nameLow(String name) {
    return nameBytes(name, 8);
  }

  private static long nameBytes(String name, int from) {
    long bytes = 0;
    for (int i = from; i < from + 8; i++) {
      bytes = bytes << 8 | (i < name.length() ? name.charAt(i) & 0xff : 0);
    }
    return bytes;
  }

  /** The name that the bytes hold. */
  public static String nameOf(long high, long low) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      long half = i < 8 ? high : low;
      char c = (char) (half >>> (56 - 8 * (i % 8)) & 0xff);
      if (c == 0) {
        break;
      }
      name.append(c);
    }
    return name.toString();
  }
}
