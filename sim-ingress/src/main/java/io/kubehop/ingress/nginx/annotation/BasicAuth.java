package io.kubehop.ingress.nginx.annotation;

import com.google.common.collect.ImmutableMap;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Users and the hashes of their passwords (annotations/auth).
 *
 * @param realm what the user is asked
 * @param users the hash of each user's password, as {@code htpasswd} writes it
 */
public record BasicAuth(String realm, Map<String, String> users) {

  /** How hashes begin that can be compared. */
  private static final List<String> MODELLED =
      List.of("{SHA}", "{SSHA}", "{PLAIN}", "$apr1$", "$1$");

  /** Copies the map. */
  public BasicAuth {
    users = ImmutableMap.copyOf(users);
  }

  static Optional<BasicAuth> read(AnnotationReader reader)
      throws InvalidAnnotationException, LocationDeniedException {
    Optional<String> type = reader.requireText("auth-type");
    if (type.isEmpty()) {
      return Optional.empty();
    }
    String kind = reader.requireText("auth-secret-type").orElse("auth-file");
    Secret secret = secret(reader);
    String realm = reader.requireText("auth-realm").orElse("");
    if (!type.get().equals("basic")) {
      reader.report("auth-type", "only basic authentication is modelled");
    }
    Map<String, String> users = kind.equals("auth-map") ? map(secret) : file(secret);
    users.forEach((user, hash) -> check(user, hash, reader));
    return Optional.of(new BasicAuth(realm, users));
  }

  private static void check(String user, String hash, AnnotationReader reader) {
    if (MODELLED.stream().noneMatch(hash::startsWith)) {
      reader.report(
          "auth-secret",
          "how the password of "
              + user
              + " is hashed is not modelled, so it never fits; write it with htpasswd -m");
    }
  }

  private static Secret secret(AnnotationReader reader)
      throws InvalidAnnotationException, LocationDeniedException {
    String name = reader.text("auth-secret", "nothing").orElse("");
    if (name.isEmpty()) {
      throw new LocationDeniedException("auth-secret names no Secret");
    }
    int slash = name.indexOf('/');
    String namespace = slash < 0 ? reader.namespace() : name.substring(0, slash);
    boolean anywhere = reader.settings().flag("allow-cross-namespace-resources", false);
    if (!anywhere && !namespace.equals(reader.namespace())) {
      throw new LocationDeniedException("the Secret " + name + " is in another namespace");
    }
    ObjectKey key = new ObjectKey(Secret.KIND, namespace, name.substring(slash + 1));
    return reader
        .context()
        .find(Secret.class, Secret.KIND, namespace, name.substring(slash + 1))
        .orElseThrow(() -> new LocationDeniedException("there is no " + key));
  }

  private static Map<String, String> file(Secret secret) throws LocationDeniedException {
    String encoded = secret.data().get("auth");
    if (encoded == null) {
      throw new LocationDeniedException(secret.key() + " has no key 'auth'");
    }
    Map<String, String> users = new LinkedHashMap<>();
    for (String line : decoded(encoded).split("\n", -1)) {
      int colon = line.indexOf(':');
      if (colon > 0 && !line.startsWith("#")) {
        String rest = line.substring(colon + 1);
        int second = rest.indexOf(':');
        users.putIfAbsent(line.substring(0, colon), second < 0 ? rest : rest.substring(0, second));
      }
    }
    return users;
  }

  private static Map<String, String> map(Secret secret) {
    Map<String, String> users = new LinkedHashMap<>();
    secret.data().forEach((user, password) -> users.put(user, decoded(password)));
    return users;
  }

  private static String decoded(String base64) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(base64);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
