package io.kubehop.service.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Bytes to text: UTF-8, or UTF-16 with a byte order mark; anything else is named at the place where
 * it goes wrong.
 */
final class SourceText {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** What a lenient decoder puts in place of bytes that are no text; a text may hold it, too. */
  private static final char REPLACEMENT = '\uFFFD';

  private SourceText() {}

  /**
   * Returns the text of a file, without its byte order mark.
   *
   * @throws InvalidInputException if the bytes are no text
   */
  static String decode(String file, byte[] bytes) {
    rejectArchives(file, bytes);
    Charset charset = charsetOf(bytes);
    String quick = new String(bytes, charset);
    return quick.indexOf(REPLACEMENT) < 0
        ? checked(file, withoutMark(quick))
        : decodeStrictly(file, bytes, charset);
  }

  private static String decodeStrictly(String file, byte[] bytes, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    String text = withoutMark(out.flip().toString());
    if (result.isError()) {
      int bad = bytes[in.position()] & 0xFF;
      throw invalid(
          file,
          text,
          text.length(),
          "byte 0x" + hex(bad, 2) + " is not " + charset + "; save the file as UTF-8");
    }
    return checked(file, text);
  }

  /**
   * Returns a text after a check that it holds no control characters.
   *
   * @throws InvalidInputException if it does
   */
  static String checked(String file, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' ? c != '\n' && c != '\r' && c != '\t' : isForbidden(c)) {
        String what =
            c == 0
                ? "a NUL character is not allowed; is this a binary file?"
                : "control character U+" + hex(c, 4) + " is not allowed";
        throw invalid(file, text, i, what);
      }
    }
    return text;
  }

  private static String hex(int value, int digits) {
    return HexFormat.of().withUpperCase().toHexDigits(value, digits);
  }

  private static boolean isForbidden(char c) {
    return (c >= '\u007F' && c < '\u00A0' && c != '\u0085') || c == '\uFFFE' || c == '\uFFFF';
  }

  private static void rejectArchives(String file, byte[] bytes) {
    if (startsWith(bytes, 0x1F, 0x8B)) {
      throw new InvalidInputException(
          Problem.ofFile(file, "is compressed with gzip; unpack it first"));
    }
    if (startsWith(bytes, 'P', 'K', 3, 4)) {
      throw new InvalidInputException(Problem.ofFile(file, "is a zip archive; unpack it first"));
    }
  }

  private static Charset charsetOf(byte[] bytes) {
    boolean utf16 = startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE);
    return utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }

  private static String withoutMark(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private static InvalidInputException invalid(
      String file, String text, int index, String message) {
    return new InvalidInputException(new Problem(positionOf(file, text, index), "", message));
  }

  /** Returns the place of a character. */
  static Position positionOf(String file, String text, int index) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < index; i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
        line++;
        lineStart = i + 1;
      }
    }
    return new Position(file, line, text.codePointCount(lineStart, index) + 1);
  }
}
