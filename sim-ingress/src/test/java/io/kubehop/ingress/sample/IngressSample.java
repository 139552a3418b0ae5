package io.kubehop.ingress.sample;

import io.kubehop.service.api.HTTPIngressPath;
import io.kubehop.service.api.Ingress;
import io.kubehop.service.api.IngressBackend;
import io.kubehop.service.api.IngressRule;
import io.kubehop.service.api.IngressServiceBackend;
import io.kubehop.service.api.IngressSpec;
import io.kubehop.service.api.IngressStatus;
import io.kubehop.service.api.IngressTLS;
import io.kubehop.service.api.ObjectMeta;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts an Ingress of class {@code nginx} in namespace {@code default} together, step by step. */
public final class IngressSample {
  private final String name;
  private final Map<String, String> annotations = new LinkedHashMap<>();
  private final Map<String, List<HTTPIngressPath>> rules = new LinkedHashMap<>();
  private final List<IngressTLS> tls = new ArrayList<>();
  private Optional<IngressBackend> defaultBackend = Optional.empty();
  private Instant created = Instant.EPOCH;

  private IngressSample(String name) {
    this.name = name;
  }

  /** Begins with an Ingress without rules. */
  public static IngressSample named(String name) {
    return new IngressSample(name);
  }

  /** Adds an annotation of ingress-nginx. */
  public IngressSample with(String annotation, String value) {
    annotations.put("nginx.ingress.kubernetes.io/" + annotation, value);
    return this;
  }

  /** Adds a prefix path whose backend is port 80 of a Service. */
  public IngressSample prefix(String host, String path, String service) {
    return path(host, path, "Prefix", service);
  }

  /** Adds an exact path whose backend is port 80 of a Service. */
  public IngressSample exact(String host, String path, String service) {
    return path(host, path, "Exact", service);
  }

  /** Adds a path whose backend is port 80 of a Service. */
  public IngressSample path(String host, String path, String type, String service) {
    rules
        .computeIfAbsent(host, h -> new ArrayList<>())
        .add(new HTTPIngressPath(path, type, backend(service)));
    return this;
  }

  /** Adds a host without paths. */
  public IngressSample host(String host) {
    rules.computeIfAbsent(host, h -> new ArrayList<>());
    return this;
  }

  /** Sets the default backend. */
  public IngressSample defaultBackend(String service) {
    defaultBackend = Optional.of(backend(service));
    return this;
  }

  /** Adds a tls section. */
  public IngressSample tls(String secret, String... hosts) {
    tls.add(new IngressTLS(List.of(hosts), secret));
    return this;
  }

  /** Sets the age: a number of seconds after the oldest. */
  public IngressSample created(int second) {
    created = Instant.EPOCH.plusSeconds(second);
    return this;
  }

  private static IngressBackend backend(String service) {
    return new IngressBackend(
        Optional.of(new IngressServiceBackend(service, "", 80)), Optional.empty());
  }

  /** Returns the Ingress. */
  public Ingress build() {
    ObjectMeta meta =
        ObjectMeta.builder()
            .namespace("default")
            .name(name)
            .annotations(annotations)
            .creationTimestamp(Optional.of(created))
            .build();
    List<IngressRule> all = new ArrayList<>();
    rules.forEach(
        (host, paths) ->
            all.add(
                new IngressRule(host, paths.isEmpty() ? Optional.empty() : Optional.of(paths))));
    return new Ingress(
        meta, new IngressSpec(Optional.of("nginx"), defaultBackend, tls, all), IngressStatus.EMPTY);
  }
}
