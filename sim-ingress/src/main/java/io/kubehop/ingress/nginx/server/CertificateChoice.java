package io.kubehop.ingress.nginx.server;

import io.kubehop.core.http.Certificate;
import io.kubehop.ingress.api.Findings;
import io.kubehop.service.api.Ingress;
import io.kubehop.service.api.IngressTLS;
import java.util.List;
import java.util.Optional;

/**
 * Chooses the certificate of a host among those of an Ingress (extractTLSSecretName): the one whose
 * tls entry lists the host, else one that is valid for it, else the default one.
 */
final class CertificateChoice {
  private final ClusterView cluster;
  private final Certificate fallback;
  private final Findings findings;

  CertificateChoice(ClusterView cluster, Certificate fallback, Findings findings) {
    this.cluster = cluster;
    this.fallback = fallback;
    this.findings = findings;
  }

  Certificate fallback() {
    return fallback;
  }

  Certificate choose(String host, Ingress ingress) {
    String namespace = ingress.metadata().namespace();
    List<IngressTLS> entries = ingress.spec().tls();
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).hosts().stream().anyMatch(host::equalsIgnoreCase)) {
        return listed(host, ingress, i);
      }
    }
    return entries.stream()
        .filter(entry -> !entry.secretName().isEmpty())
        .map(entry -> cluster.certificate(namespace, entry.secretName()))
        .flatMap(Optional::stream)
        .filter(certificate -> covers(certificate, host))
        .findFirst()
        .orElse(fallback);
  }

  private Certificate listed(String host, Ingress ingress, int entry) {
    String secret = ingress.spec().tls().get(entry).secretName();
    if (secret.isEmpty()) {
      return fallback;
    }
    String path = "spec.tls[" + entry + "].secretName";
    Optional<Certificate> found = cluster.certificate(ingress.metadata().namespace(), secret);
    if (found.isEmpty()) {
      findings.add(
          ingress.key(),
          path,
          "Secret " + secret + " has no certificate; " + host + " gets the default one");
      return fallback;
    }
    if (!covers(found.get(), host)) {
      findings.add(
          ingress.key(),
          path,
          "the certificate in Secret "
              + secret
              + " is not valid for "
              + host
              + ", which gets the default one");
      return fallback;
    }
    return found.get();
  }

  /** A wildcard host is covered by the same wildcard. */
  private static boolean covers(Certificate certificate, String host) {
    return certificate.covers(host)
        || certificate.names().stream().anyMatch(host::equalsIgnoreCase);
  }
}
