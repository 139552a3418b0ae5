package io.kubehop.ingress.nginx.phase;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** The MD5 password scheme of FreeBSD's crypt(3), which Apache uses under another name. */
final class Md5Crypt {
  private static final String ALPHABET =
      "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int ROUNDS = 1000;

  private Md5Crypt() {}

  static String hash(String password, String magic, String salt) {
    byte[] key = password.getBytes(StandardCharsets.UTF_8);
    byte[] saltBytes = salt.getBytes(StandardCharsets.UTF_8);
    byte[] result = first(key, magic.getBytes(StandardCharsets.UTF_8), saltBytes);
    for (int round = 0; round < ROUNDS; round++) {
      MessageDigest digest = md5();
      digest.update(round % 2 != 0 ? key : result);
      if (round % 3 != 0) {
        digest.update(saltBytes);
      }
      if (round % 7 != 0) {
        digest.update(key);
      }
      digest.update(round % 2 != 0 ? result : key);
      result = digest.digest();
    }
    return magic + salt + "$" + encode(result);
  }

  private static byte[] first(byte[] key, byte[] magic, byte[] salt) {
    MessageDigest inner = md5();
    inner.update(key);
    inner.update(salt);
    inner.update(key);
    byte[] filler = inner.digest();
    MessageDigest digest = md5();
    digest.update(key);
    digest.update(magic);
    digest.update(salt);
    for (int left = key.length; left > 0; left -= 16) {
      digest.update(Arrays.copyOf(filler, Math.min(16, left)));
    }
    for (int bits = key.length; bits > 0; bits >>= 1) {
      digest.update((bits & 1) != 0 ? 0 : key[0]);
    }
    return digest.digest();
  }

  private static String encode(byte[] hash) {
    StringBuilder text = new StringBuilder();
    int[][] groups = {{0, 6, 12}, {1, 7, 13}, {2, 8, 14}, {3, 9, 15}, {4, 10, 5}};
    for (int[] group : groups) {
      int value =
          (hash[group[0]] & 0xff) << 16 | (hash[group[1]] & 0xff) << 8 | (hash[group[2]] & 0xff);
      append(text, value, 4);
    }
    append(text, hash[11] & 0xff, 2);
    return text.toString();
  }

  private static void append(StringBuilder text, int value, int digits) {
    int left = value;
    for (int i = 0; i < digits; i++) {
      text.append(ALPHABET.charAt(left & 0x3f));
      left >>= 6;
    }
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has MD5", e);
    }
  }
}
