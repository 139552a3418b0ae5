package io.kubehop.core.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Header fields in the order in which they were written. A name may occur several times; names are
 * compared without regard to case.
 *
 * @param fields the fields
 */
public record HttpHeaders(List<HttpHeader> fields) {
  /** No fields. */
  public static final HttpHeaders NONE = new HttpHeaders(List.of());

  /** Copies the list. */
  public HttpHeaders {
    fields = List.copyOf(fields);
  }

  /** Fields from names and values in turn. */
  public static HttpHeaders of(String... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("the last of the names has no value");
    }
    List<HttpHeader> fields = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.add(new HttpHeader(namesAndValues[i], namesAndValues[i + 1]));
    }
    return new HttpHeaders(fields);
  }

  /** Fields from a map, in its order. */
  public static HttpHeaders of(Map<String, String> values) {
    List<HttpHeader> fields = new ArrayList<>();
    values.forEach((name, value) -> fields.add(new HttpHeader(name, value)));
    return new HttpHeaders(fields);
  }

  /** The value of the first field of a name, or null. */
  public @Nullable String first(String name) {
    for (HttpHeader field : fields) {
      if (field.isNamed(name)) {
        return field.value();
      }
    }
    return null;
  }

  /** The values of all fields of a name, in order. */
  public List<String> all(String name) {
    return fields.stream().filter(f -> f.isNamed(name)).map(HttpHeader::value).toList();
  }

  /** Whether there is a field of a name. */
  public boolean has(String name) {
    return first(name) != null;
  }

  /** These fields and one more at the end. */
  public HttpHeaders plus(String name, String value) {
    List<HttpHeader> more = new ArrayList<>(fields);
    more.add(new HttpHeader(name, value));
    return new HttpHeaders(more);
  }

  /** These fields without those of a name. */
  public HttpHeaders without(String name) {
    return has(name)
        ? new HttpHeaders(fields.stream().filter(f -> !f.isNamed(name)).toList())
        : this;
  }

  /** One field of a name in the place of the first one, or at the end if there was none. */
  public HttpHeaders with(String name, String value) {
    List<HttpHeader> changed = new ArrayList<>();
    boolean placed = false;
    for (HttpHeader field : fields) {
      if (!field.isNamed(name)) {
        changed.add(field);
      } else if (!placed) {
        changed.add(new HttpHeader(name, value));
        placed = true;
      }
    }
    if (!placed) {
      changed.add(new HttpHeader(name, value));
    }
    return new HttpHeaders(changed);
  }

  /** The value of a cookie that the client sent (RFC 6265, 4.2), or null. */
  public @Nullable String cookie(String name) {
    for (HttpHeader field : fields) {
      if (field.isNamed("Cookie")) {
        String value = cookieIn(field.value(), name);
        if (value != null) {
          return value;
        }
      }
    }
    return null;
  }

  private static @Nullable String cookieIn(String header, String name) {
    for (String pair : header.split(";", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0 && pair.substring(0, equals).trim().equalsIgnoreCase(name)) {
        return pair.substring(equals + 1).trim();
      }
    }
    return null;
  }
}
