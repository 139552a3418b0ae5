package io.kubehop.scenarios.cli;

import io.kubehop.kubeproxy.config.ProxyMode;
import io.kubehop.scenarios.connection.Destination;
import io.kubehop.scenarios.connection.Source;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options, and says of wrong ones what would be right. */
final class Converters {
  private Converters() {}

  /** A whole number of 64 bits. */
  static final class WholeNumber implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      try {
        return Long.valueOf(text);
      } catch (NumberFormatException wrong) {
        throw new TypeConversionException("'" + text + "' is not a whole number");
      }
    }
  }

  /** A way in which kube-proxy works. */
  static final class Mode implements ITypeConverter<ProxyMode> {
    @Override
    public ProxyMode convert(String text) {
      return choice(text, ProxyMode.class);
    }
  }

  /** Where a connection starts. */
  static final class From implements ITypeConverter<Source> {
    @Override
    public Source convert(String text) {
      return guarded(() -> Source.parse(text));
    }
  }

  /** What is called. */
  static final class To implements ITypeConverter<Destination> {
    @Override
    public Destination convert(String text) {
      return guarded(() -> Destination.parse(text));
    }
  }

  static <E extends Enum<E>> E choice(String text, Class<E> type) {
    for (E value : type.getEnumConstants()) {
      if (value.name().toLowerCase(Locale.ROOT).equals(text)) {
        return value;
      }
    }
    String choices =
        Arrays.stream(type.getEnumConstants())
            .map(value -> value.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    throw new TypeConversionException("'" + text + "' is not one of " + choices);
  }

  private interface Parse<T> {
    T parse();
  }

  private static <T> T guarded(Parse<T> parse) {
    try {
      return parse.parse();
    } catch (IllegalArgumentException wrong) {
      throw new TypeConversionException(String.valueOf(wrong.getMessage()));
    }
  }
}
