package io.kubehop.ingress.sample;

import static java.util.Objects.requireNonNull;

import io.kubehop.core.http.HttpCallResult;
import org.jspecify.annotations.Nullable;

/** What tests look at in the result of a request. */
public final class Results {

  private Results() {}

  /** The backend that the proxy chose. */
  public static String backend(HttpCallResult result) {
    return requireNonNull(result.response()).relays().get(0).backend();
  }

  /** The status. */
  public static int status(HttpCallResult result) {
    return requireNonNull(result.response(), () -> String.valueOf(result.failure())).status();
  }

  /** A header of the answer. */
  public static @Nullable String header(HttpCallResult result, String name) {
    return requireNonNull(result.response()).headers().first(name);
  }

  /** Where the client is redirected to. */
  public static @Nullable String location(HttpCallResult result) {
    return header(result, "Location");
  }

  /** The endpoint that answered. */
  public static String endpoint(HttpCallResult result) {
    return requireNonNull(result.echo()).server().toString();
  }

  /** The path as the endpoint saw it. */
  public static String path(HttpCallResult result) {
    return requireNonNull(result.echo()).request().path();
  }

  /** A header as the endpoint saw it. */
  public static @Nullable String seen(HttpCallResult result, String name) {
    return requireNonNull(result.echo()).request().headers().first(name);
  }
}
