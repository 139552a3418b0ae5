package io.kubehop.service.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Rules for requests that come in at Gateways (gateway.networking.k8s.io/v1).
 *
 * @param metadata the metadata
 * @param parents the Gateways
 * @param hostnames the hosts, perhaps with {@code *.} in place of labels; empty for any
 * @param rules the rules
 */
public record HTTPRoute(
    ObjectMeta metadata, List<ParentReference> parents, List<String> hostnames, List<Rule> rules)
    implements KubeObject {
  /** The kind as manifests write it. */
  public static final String KIND = "HTTPRoute";

  /** Copies the lists. */
  public HTTPRoute {
    parents = List.copyOf(parents);
    hostnames = List.copyOf(hostnames);
    rules = List.copyOf(rules);
  }

  /**
   * What a route wants to be attached to.
   *
   * @param parent the object, a Gateway unless it says otherwise
   * @param sectionName the listener; empty for all
   * @param port the listener's port; 0 for any
   */
  public record ParentReference(Gateway.Reference parent, String sectionName, int port) {}

  /**
   * Requests, and what becomes of them.
   *
   * @param matches what requests it is for, any of them; empty for all requests
   * @param filters what is done to them
   * @param backends where they go
   * @param timeout how long the backend has for an answer; absent if any time
   */
  public record Rule(
      List<Match> matches,
      List<HTTPRouteFilter> filters,
      List<Backend> backends,
      Optional<Duration> timeout) {

    /** Copies the lists. */
    public Rule {
      matches = List.copyOf(matches);
      filters = List.copyOf(filters);
      backends = List.copyOf(backends);
    }
  }

  /**
   * Conditions that all have to hold.
   *
   * @param path for the path
   * @param headers for header fields
   * @param queryParams for parameters of the query
   * @param method the method; empty for any
   */
  public record Match(
      Condition path, List<Condition> headers, List<Condition> queryParams, String method) {
    /** The condition that every path fulfils. */
    public static final Condition ANY_PATH = new Condition("PathPrefix", "", "/");

    /** What a rule without matches is for. */
    public static final Match ALL = new Match(ANY_PATH, List.of(), List.of(), "");

    /** Copies the lists. */
    public Match {
      headers = List.copyOf(headers);
      queryParams = List.copyOf(queryParams);
    }
  }

  /**
   * A condition for a text.
   *
   * @param type {@code Exact}, {@code PathPrefix} or {@code RegularExpression}
   * @param name what has the text: a header field, a parameter; empty for a path
   * @param value the text
   */
  public record Condition(String type, String name, String value) {}

  /**
   * A target with its share.
   *
   * @param target the object, a Service unless it says otherwise
   * @param port its port; 0 where it is not said
   * @param weight its share of the sum of all weights
   * @param filters what is done to requests for this target alone
   */
  public record Backend(
      Gateway.Reference target, int port, int weight, List<HTTPRouteFilter> filters) {
    /** Copies the list. */
    public Backend {
      filters = List.copyOf(filters);
    }
  }

  @Override
  public String apiVersion() {
    return Gateway.API_VERSION;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public HTTPRoute withMetadata(ObjectMeta other) {
    return new HTTPRoute(other, parents, hostnames, rules);
  }
}
