package io.kubehop.ingress.nginx.annotation;

import io.kubehop.ingress.api.Findings;
import io.kubehop.ingress.nginx.config.GlobalSettings;
import io.kubehop.service.api.Ingress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * All that the annotations of one Ingress ask for.
 *
 * @param aliases further names of its hosts, sorted
 * @param rewrite how paths are rewritten
 * @param redirect where requests are redirected to
 * @param canary whether it is a canary
 * @param balancing how endpoints are chosen
 * @param access who may make requests
 * @param limits how many requests
 * @param proxy how they are passed on
 * @param cors who may make them from other sites; absent: nothing is said of it
 * @param headers header fields that are set
 * @param errors who answers errors
 * @param protocol how backends are spoken to, in upper case
 * @param denied why all its locations answer 503; absent: they do not
 */
public record IngressAnnotations(
    List<String> aliases,
    Rewrite rewrite,
    Redirect redirect,
    Canary canary,
    Balancing balancing,
    Access access,
    RateLimit limits,
    ProxySettings proxy,
    Optional<Cors> cors,
    HeaderSettings headers,
    ErrorPages errors,
    String protocol,
    Optional<String> denied) {

  /** Copies the list. */
  public IngressAnnotations {
    aliases = List.copyOf(aliases);
  }

  /**
   * Reads the annotations of an Ingress, and reports what is not modelled or not accepted.
   *
   * @throws InvalidAnnotationException if the controller does not take the Ingress over because of
   *     one of them
   */
  public static IngressAnnotations read(
      Ingress ingress, AnnotationContext context, Findings findings)
      throws InvalidAnnotationException {
    AnnotationReader reader = new AnnotationReader(ingress, context, findings);
    new AnnotationAudit(reader).run();
    Optional<String> denied = Optional.empty();
    Access access = Access.OPEN;
    HeaderSettings headers = HeaderSettings.NONE;
    try {
      access = Access.read(reader);
      headers = HeaderSettings.read(reader);
    } catch (LocationDeniedException e) {
      denied = Optional.of(e.why());
      findings.add(ingress.key(), "metadata.annotations", e.why() + "; its paths answer 503");
    }
    return new IngressAnnotations(
        aliases(reader),
        Rewrite.read(reader),
        Redirect.read(reader),
        Canary.read(reader),
        Balancing.read(reader),
        access,
        RateLimit.read(reader),
        ProxySettings.read(reader),
        Cors.read(reader),
        headers,
        ErrorPages.read(reader),
        reader.textOr("backend-protocol", "HTTP").toUpperCase(Locale.ROOT),
        denied);
  }

  /** What holds where no Ingress says anything. */
  public static IngressAnnotations none(GlobalSettings settings) {
    return new IngressAnnotations(
        List.of(),
        Rewrite.NONE,
        Redirect.NONE,
        Canary.NONE,
        Balancing.DEFAULT,
        Access.OPEN,
        RateLimit.NONE,
        ProxySettings.of(settings),
        Optional.empty(),
        HeaderSettings.NONE,
        ErrorPages.NONE,
        "HTTP",
        Optional.empty());
  }

  /** The same with other rewrites and redirects. */
  public IngressAnnotations withRouting(Rewrite otherRewrite, Redirect otherRedirect) {
    return new IngressAnnotations(
        aliases,
        otherRewrite,
        otherRedirect,
        canary,
        balancing,
        access,
        limits,
        proxy,
        cors,
        headers,
        errors,
        protocol,
        denied);
  }

  private static List<String> aliases(AnnotationReader reader) throws InvalidAnnotationException {
    TreeSet<String> aliases = new TreeSet<>();
    Arrays.stream(reader.requireText("server-alias").orElse("").split(",", -1))
        .map(String::trim)
        .filter(alias -> !alias.isEmpty())
        .forEach(aliases::add);
    return List.copyOf(aliases);
  }
}
