package io.kubehop.ingress.nginx.phase;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Compares a password with what {@code htpasswd} wrote (ngx_crypt.c): SHA-1, salted SHA-1, plain
 * text, and the MD5 scheme of Apache and of crypt(3).
 */
final class Passwords {

  private Passwords() {}

  /** Whether the password is the one that was hashed; false for schemes that are not modelled. */
  static boolean matches(String password, String hash) {
    if (hash.startsWith("{SHA}")) {
      return hash.substring(5).equals(base64(sha1(bytes(password))));
    }
    if (hash.startsWith("{SSHA}")) {
      return matchesSalted(password, hash.substring(6));
    }
    if (hash.startsWith("{PLAIN}")) {
      return hash.substring(7).equals(password);
    }
    for (String magic : new String[] {"$apr1$", "$1$"}) {
      if (hash.startsWith(magic)) {
        return Md5Crypt.hash(password, magic, salt(hash, magic)).equals(hash);
      }
    }
    return false;
  }

  private static String salt(String hash, String magic) {
    String rest = hash.substring(magic.length());
    int end = rest.indexOf('$');
    String salt = end < 0 ? rest : rest.substring(0, end);
    return salt.substring(0, Math.min(8, salt.length()));
  }

  private static boolean matchesSalted(String password, String encoded) {
    byte[] decoded;
    try {
      decoded = Base64.getDecoder().decode(encoded);
    } catch (IllegalArgumentException e) {
      return false;
    }
    if (decoded.length < 20) {
      return false;
    }
    byte[] salt = Arrays.copyOfRange(decoded, 20, decoded.length);
    byte[] salted = Arrays.copyOf(bytes(password), bytes(password).length + salt.length);
    System.arraycopy(salt, 0, salted, salted.length - salt.length, salt.length);
    return Arrays.equals(sha1(salted), Arrays.copyOf(decoded, 20));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] sha1(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-1", e);
    }
  }
}
