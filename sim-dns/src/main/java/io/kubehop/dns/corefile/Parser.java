package io.kubehop.dns.corefile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Puts the words of a Corefile together to blocks and directives, and resolves snippets, imports
 * and environment variables (of which there are none).
 */
final class Parser {
  private static final Pattern VARIABLE = Pattern.compile("\\{\\$[^}]*}|\\{%[^}]*%}");

  /** Imports inside of imports; a snippet that imports itself would have no end. */
  private static final int DEEPEST_IMPORT = 20;

  private final List<ServerBlock> blocks = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, List<Token>> snippets = new LinkedHashMap<>();
  private List<Token> tokens;
  private int position;
  private int imports;

  Parser(String text) {
    tokens = new ArrayList<>(new Lexer(text).tokens());
  }

  Corefile parse() {
    replaceVariables();
    while (hasNext()) {
      if (peek().is("import")) {
        resolveImport();
      } else {
        parseBlock();
      }
    }
    return new Corefile(blocks, findings);
  }

  private void replaceVariables() {
    tokens.replaceAll(
        token -> {
          String replaced = VARIABLE.matcher(token.text()).replaceAll("");
          if (replaced.equals(token.text())) {
            return token;
          }
          findings.add(
              new Finding(
                  token.line(), "environment variables are not modelled: '" + token.text() + "'"));
          return token.withText(replaced);
        });
  }

  private void parseBlock() {
    int line = peek().line();
    List<String> keys = readKeys();
    boolean braced = hasNext() && peek().is("{");
    if (braced) {
      position++;
    }
    if (keys.size() == 1 && keys.get(0).matches("\\(.*\\)")) {
      snippets.put(keys.get(0).substring(1, keys.get(0).length() - 1), readRaw(line));
      return;
    }
    List<Directive> directives = readDirectives(braced, line);
    blocks.add(new ServerBlock(keys, line, directives));
  }

  /** Keys go on in the next line after a comma. */
  private List<String> readKeys() {
    List<String> keys = new ArrayList<>();
    boolean more = true;
    while (hasNext() && !peek().is("{") && (more || !peek().startsLine())) {
      String key = next().text();
      more = key.endsWith(",");
      key = more ? key.substring(0, key.length() - 1) : key;
      if (!key.isEmpty()) {
        keys.add(key);
      }
    }
    return keys;
  }

  /** The words of a snippet up to its closing brace. */
  private List<Token> readRaw(int line) {
    List<Token> content = new ArrayList<>();
    int nesting = 0;
    while (true) {
      Token token = next(line);
      if (token.is("}") && nesting-- == 0) {
        return content;
      }
      nesting += token.is("{") ? 1 : 0;
      content.add(token);
    }
  }

  private List<Directive> readDirectives(boolean braced, int line) {
    List<Directive> directives = new ArrayList<>();
    while (braced || hasNext()) {
      Token first = next(line);
      if (first.is("}")) {
        if (!braced) {
          throw new CorefileException(first.line(), "unexpected '}'");
        }
        return directives;
      }
      if (first.is("import")) {
        position--;
        resolveImport();
      } else {
        directives.add(readDirective(first));
      }
    }
    return directives;
  }

  private Directive readDirective(Token first) {
    List<String> args = new ArrayList<>();
    List<Directive> block = List.of();
    while (hasNext() && !peek().startsLine()) {
      Token token = next();
      if (token.is("{") && (!hasNext() || peek().startsLine() || peek().is("}"))) {
        block = readDirectives(true, token.line());
        break;
      }
      if (token.is("}")) {
        position--; // closes what is around this line
        break;
      }
      args.add(token.text());
    }
    return new Directive(first.text(), args, first.line(), block);
  }

  /** Puts the words of a snippet in the place of the line that imports it. */
  private void resolveImport() {
    Token start = next();
    if (!hasNext() || peek().startsLine()) {
      throw new CorefileException(start.line(), "import requires a non-empty filepath");
    }
    String name = next().text();
    List<Token> content = snippets.get(name);
    if (content == null) {
      throw new CorefileException(
          start.line(), "File to import not found: " + name + ": no snippet has that name");
    }
    if (++imports > DEEPEST_IMPORT * (1 + snippets.size())) {
      throw new CorefileException(start.line(), "imports of '" + name + "' have no end");
    }
    while (hasNext() && !peek().startsLine()) {
      position++;
    }
    List<Token> joined = new ArrayList<>(content);
    joined.addAll(tokens.subList(position, tokens.size()));
    tokens = joined;
    position = 0;
  }

  private boolean hasNext() {
    return position < tokens.size();
  }

  private Token peek() {
    return tokens.get(position);
  }

  private Token next() {
    return tokens.get(position++);
  }

  private Token next(int line) {
    if (!hasNext()) {
      throw new CorefileException(line, "unexpected end of file: '}' is missing");
    }
    return next();
  }
}
