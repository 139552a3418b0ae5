package io.kubehop.ingress.nginx.route;

import io.kubehop.ingress.sample.IngressSample;
import io.kubehop.service.api.Ingress;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Ingresses whose rules are close to each other, and requests that are close to the rules. */
final class IngressArbitraries {
  private static final Arbitrary<String> HOSTS =
      Arbitraries.of("a.example.com", "b.example.com", "*.example.com", "x.a.example.com", "");
  private static final Arbitrary<String> LITERAL_PATHS =
      Arbitraries.of(
          "/",
          "/a",
          "/a/",
          "/a/b",
          "/a/b/",
          "/ab",
          "/A",
          "/a-b",
          "/a.b",
          "/a/b/c",
          "/b",
          "/a//b",
          "/%61",
          "/a b",
          "/healthz",
          "/é");
  private static final Arbitrary<String> REGEX_PATHS =
      Arbitraries.of(
          "/a(/|$)(.*)",
          "/a/[0-9]+",
          "/a/[0-9]+$",
          "/(a|b)/c",
          "/a.b",
          "/(.*)",
          "/a|/b",
          "/a{2}",
          "/[[:alpha:]]+/x",
          "/\\w+/\\d",
          "/a(/",
          "/(?i)b",
          "/(?<name>[a-z]+)/y",
          "/a{b}",
          "/[]a]x",
          "/a/?$",
          "/b\\b",
          "/a\\.b",
          "/.*\\.(png|jpg)$");
  private static final Arbitrary<String> TARGETS =
      Arbitraries.of("/", "/$1", "/$2", "/new/$1", "/a", "/new", "$1", "/a/b");
  private static final Arbitrary<String> ELEMENTS =
      Arbitraries.of(
          "a",
          "b",
          "ab",
          "A",
          "c",
          "aa",
          "1",
          "12",
          "x",
          "a.b",
          "a-b",
          "..",
          ".",
          "",
          "%2e",
          "%2e%2E",
          "%61",
          "%2F",
          "a%2Fb",
          "%25",
          "%3f",
          "%23",
          "%20",
          "%zz",
          "%00",
          "é",
          "a+b",
          "a;b",
          "healthz",
          "nginx_status",
          "i.png",
          "%C3%A9",
          "a%0Ab",
          "'",
          "a\"b",
          "y");

  private IngressArbitraries() {}

  static Arbitrary<List<Ingress>> ingresses() {
    Arbitrary<String> mode =
        Arbitraries.frequencyOf(
            Tuple.of(5, Arbitraries.just("")),
            Tuple.of(1, Arbitraries.just("use-regex")),
            Tuple.of(2, Arbitraries.just("rewrite")));
    return Combinators.combine(mode, TARGETS, rules(), Arbitraries.integers().between(0, 5))
        .as(IngressArbitraries::sample)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(IngressArbitraries::named);
  }

  private record Rule(String host, String path, String regex, String type) {}

  private static Arbitrary<List<Rule>> rules() {
    Arbitrary<String> types = Arbitraries.of("Exact", "Prefix", "ImplementationSpecific");
    return Combinators.combine(HOSTS, LITERAL_PATHS, REGEX_PATHS, types)
        .as(Rule::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  private static IngressSample sample(String mode, String target, List<Rule> rules, int created) {
    IngressSample sample = IngressSample.named("").created(created);
    for (Rule rule : rules) {
      String path = mode.isEmpty() ? rule.path : rule.regex;
      sample.path(rule.host, path, rule.type, "s" + Math.floorMod(rule.hashCode(), 7));
    }
    if (mode.equals("use-regex")) {
      sample.with("use-regex", "true");
    } else if (mode.equals("rewrite")) {
      sample.with("rewrite-target", target);
    }
    return sample;
  }

  private static List<Ingress> named(List<IngressSample> samples) {
    List<Ingress> ingresses = new ArrayList<>();
    for (IngressSample sample : samples) {
      Ingress built = sample.build();
      String name = "i" + ingresses.size();
      ingresses.add(built.withMetadata(built.metadata().toBuilder().name(name).build()));
    }
    return ingresses;
  }

  static Arbitrary<RequestSample> requests() {
    Arbitrary<String> hosts =
        Arbitraries.of(
            "a.example.com",
            "b.example.com",
            "c.example.com",
            "A.Example.com:81",
            "x.a.example.com",
            "a.example.com.",
            "other",
            "_b.example.com",
            ".example.com",
            "a..b",
            "");
    Arbitrary<String> query = Arbitraries.of("", "", "", "?", "?x=1", "?/a/b#f", "#f");
    Arbitrary<String> path =
        ELEMENTS.list().ofMinSize(1).ofMaxSize(4).map(elements -> "/" + String.join("/", elements));
    Arbitrary<String> slash = Arbitraries.of("", "", "/");
    return Combinators.combine(hosts, path, slash, query)
        .as((h, p, s, q) -> new RequestSample(h, p + s + q));
  }
}
