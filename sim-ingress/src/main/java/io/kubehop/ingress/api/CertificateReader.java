package io.kubehop.ingress.api;

import io.kubehop.core.http.Certificate;
import io.kubehop.service.api.Secret;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the certificate that a Secret of type {@code kubernetes.io/tls} holds. */
public final class CertificateReader {
  private static final int DNS_NAME = 2;
  private static final Pattern COMMON_NAME = Pattern.compile("(?:^|,)CN=([^,]+)");

  private CertificateReader() {}

  /** Returns the certificate; absent if the Secret holds none that can be read. */
  public static Optional<Certificate> read(Secret secret) {
    String encoded = secret.data().get("tls.crt");
    if (encoded == null || !secret.data().containsKey("tls.key")) {
      return Optional.empty();
    }
    try {
      byte[] pem = Base64.getMimeDecoder().decode(encoded);
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      X509Certificate certificate =
          (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(pem));
      return Optional.of(new Certificate(secret.key().toString(), names(certificate)));
    } catch (CertificateException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static List<String> names(X509Certificate certificate) throws CertificateException {
    List<String> names = new ArrayList<>();
    Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
    if (alternatives != null) {
      for (List<?> alternative : alternatives) {
        if (alternative.get(0).equals(DNS_NAME)) {
          names.add(String.valueOf(alternative.get(1)));
        }
      }
    }
    Matcher matcher = COMMON_NAME.matcher(certificate.getSubjectX500Principal().getName());
    if (names.isEmpty() && matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }
}
