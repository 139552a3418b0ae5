package io.kubehop.service.apiserver.validation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one field, in the words of the API server (apimachinery,
 * util/validation/field).
 *
 * @param path the field, such as {@code spec.ports[0].nodePort}; empty where the API server names
 *     none
 * @param message what is wrong, such as {@code Invalid value: 29999: provided port is not in the
 *     valid range}
 */
public record FieldError(String path, String message) {

  /** A value that is malformed or does not fit. Texts are quoted, everything else is not. */
  public static FieldError invalid(String path, Object value, String detail) {
    return new FieldError(path, "Invalid value: " + quoted(value) + ": " + detail);
  }

  /** A value that has to be there. */
  public static FieldError required(String path, String detail) {
    return new FieldError(path, detail.isEmpty() ? "Required value" : "Required value: " + detail);
  }

  /** A value that is there twice. */
  public static FieldError duplicate(String path, Object value) {
    return new FieldError(path, "Duplicate value: " + quoted(value));
  }

  /** A value that must not be there. */
  public static FieldError forbidden(String path, String detail) {
    return new FieldError(path, "Forbidden: " + detail);
  }

  /** A value that is none of the known ones. */
  public static FieldError notSupported(String path, Object value, List<String> supported) {
    String values = supported.stream().map(FieldError::quoted).collect(Collectors.joining(", "));
    return new FieldError(
        path, "Unsupported value: " + quoted(value) + ": supported values: " + values);
  }

  /** Something that no single field is to blame for. */
  public static FieldError internal(String detail) {
    return new FieldError("", "Internal error occurred: " + detail);
  }

  /** A list with too many items. */
  public static FieldError tooMany(String path, int actual, int max) {
    return new FieldError(path, "Too many: " + actual + ": must have at most " + max + " items");
  }

  /** A text with too many bytes. */
  public static FieldError tooLong(String path, int max) {
    return new FieldError(path, "Too long: may not be more than " + max + " bytes");
  }

  private static String quoted(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(FieldError::quoted).collect(Collectors.joining(",", "[", "]"));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> quoted(entry.getKey()) + ":" + quoted(entry.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    return value instanceof String text ? goQuoted(text) : String.valueOf(value);
  }

  /** Quotes as Go's {@code %q} does, for the characters that occur in manifests. */
  private static String goQuoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        case '\r' -> quoted.append("\\r");
        default -> quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  @Override
  public String toString() {
    return path.isEmpty() ? message : path + ": " + message;
  }
}
