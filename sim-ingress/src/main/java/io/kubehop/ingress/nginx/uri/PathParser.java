package io.kubehop.ingress.nginx.uri;

/**
 * Reads one request target. A character that was escaped is read again as if it stood there in
 * clear, so that {@code %2F} separates and {@code %2e} is a dot; {@code %25}, {@code %23} and
 * {@code %3F} give plain characters.
 */
final class PathParser {
  private enum State {
    USUAL,
    SLASH,
    DOT,
    DOT_DOT
  }

  private final String target;
  private final StringBuilder path = new StringBuilder();
  private State state = State.USUAL;
  private int position;

  PathParser(String target) {
    this.target = target;
  }

  RequestUri parse() throws BadRequest {
    checkCharacters();
    while (position < target.length()) {
      char c = target.charAt(position++);
      if (c == '?' || c == '#') {
        endOfPath();
        return new RequestUri(path.toString(), c == '?' ? query(position) : null);
      }
      if (c == '%') {
        readEscape();
      } else {
        read(c);
      }
    }
    endOfPath();
    return new RequestUri(path.toString(), null);
  }

  private void checkCharacters() throws BadRequest {
    if (target.isEmpty() || target.charAt(0) != '/') {
      throw new BadRequest("the request target '" + target + "' does not begin with a slash");
    }
    for (int i = 0; i < target.length(); i++) {
      if (target.charAt(i) <= ' ' || target.charAt(i) == 0x7f) {
        throw new BadRequest("the request target has a blank or a control character");
      }
    }
  }

  private String query(int from) {
    int fragment = target.indexOf('#', from);
    return target.substring(from, fragment < 0 ? target.length() : fragment);
  }

  private void readEscape() throws BadRequest {
    int high = hexDigit();
    int low = hexDigit();
    char c = (char) (high << 4 | low);
    if (c == 0) {
      throw new BadRequest("the path contains %00");
    }
    if (c == '%' || c == '#' || c == '?') {
      path.append(c);
      state = State.USUAL;
    } else {
      read(c);
    }
  }

  private int hexDigit() throws BadRequest {
    int digit = position < target.length() ? Character.digit(target.charAt(position), 16) : -1;
    if (digit < 0) {
      throw new BadRequest("the path has a '%' that is not followed by two hexadecimal digits");
    }
    position++;
    return digit;
  }

  private void read(char c) throws BadRequest {
    switch (state) {
      case USUAL -> {
        path.append(c);
        state = c == '/' ? State.SLASH : State.USUAL;
      }
      case SLASH -> afterSlash(c);
      case DOT -> afterDot(c);
      case DOT_DOT -> afterDotDot(c);
    }
  }

  private void afterSlash(char c) {
    if (c != '/') {
      path.append(c);
      state = c == '.' ? State.DOT : State.USUAL;
    }
  }

  private void afterDot(char c) {
    if (c == '/') {
      path.setLength(path.length() - 1);
      state = State.SLASH;
    } else {
      path.append(c);
      state = c == '.' ? State.DOT_DOT : State.USUAL;
    }
  }

  private void afterDotDot(char c) throws BadRequest {
    if (c == '/') {
      climb();
      state = State.SLASH;
    } else {
      path.append(c);
      state = State.USUAL;
    }
  }

  private void endOfPath() throws BadRequest {
    if (state == State.DOT) {
      path.setLength(path.length() - 1);
    } else if (state == State.DOT_DOT) {
      climb();
    }
  }

  /** Takes {@code x/..} off the end. */
  private void climb() throws BadRequest {
    int slash = path.length() < 4 ? -1 : path.lastIndexOf("/", path.length() - 4);
    if (slash < 0) {
      throw new BadRequest("the path climbs above the root");
    }
    path.setLength(slash + 1);
  }
}
