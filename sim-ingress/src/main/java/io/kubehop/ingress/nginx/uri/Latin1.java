package io.kubehop.ingress.nginx.uri;

import java.nio.charset.StandardCharsets;

/** Texts as nginx sees them: a character for each byte of their UTF-8 form. */
public final class Latin1 {

  private Latin1() {}

  /** The bytes of a text as characters. Texts in ASCII stay as they are. */
  public static String bytesOf(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7f) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      }
    }
    return text;
  }
}
