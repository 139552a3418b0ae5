package io.kubehop.service.source;

import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads YAML texts, and says in one line what is wrong with those that are malformed. */
final class YamlText {
  /** How often a tab that only separates is put right, which takes another reading each time. */
  private static final int MOST_TABS = 100;

  private YamlText() {}

  static List<SourceNode> compose(String file, String text, Problems problems) {
    StringBuilder repaired = new StringBuilder(0);
    for (int tabs = 0; ; tabs++) {
      Problems found = new Problems();
      String current = tabs == 0 ? text : repaired.toString();
      try {
        List<SourceNode> roots = new YamlComposer(file, current, found).compose();
        problems.addAll(found.list());
        return roots;
      } catch (MarkedYAMLException e) {
        int tab = tabs < MOST_TABS ? separatingTab(current, e) : -1;
        if (tab < 0) {
          throw new InvalidInputException(problem(file, current, e));
        }
        repaired.setLength(0);
        repaired.append(current).setCharAt(tab, ' ');
      } catch (YAMLException e) {
        throw new InvalidInputException(
            Problem.ofFile(file, "not valid YAML: " + String.valueOf(e.getMessage())));
      }
    }
  }

  /**
   * Returns the index of a tab that stands after other text in its line; -1 if the trouble is
   * another one. YAML allows such a tab, and so does {@code kubectl}, but SnakeYAML takes only
   * spaces there.
   */
  private static int separatingTab(String text, MarkedYAMLException e) {
    Mark mark = e.getProblemMark();
    if (mark == null) {
      return -1;
    }
    int line = SourceLines.start(text, mark.getLine());
    int index = text.offsetByCodePoints(line, mark.getColumn());
    boolean tab = index < text.length() && text.charAt(index) == '\t';
    return tab && !text.substring(line, index).isBlank() ? index : -1;
  }

  private static Problem problem(String file, String text, MarkedYAMLException e) {
    Mark mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
    if (mark == null) {
      return Problem.ofFile(file, "not valid YAML: " + String.valueOf(e.getMessage()));
    }
    Position position = new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
    return new Problem(position, "", "not valid YAML: " + explain(text, mark, e));
  }

  private static String explain(String text, Mark mark, MarkedYAMLException e) {
    String line = SourceLines.line(text, mark.getLine());
    int column =
        line.offsetByCodePoints(
            0, Math.min(mark.getColumn(), line.codePointCount(0, line.length())));
    if (column < line.length() && line.charAt(column) == '\t') {
      return "a tab cannot indent; use spaces";
    }
    Mark began = e.getContextMark();
    String first = began == null ? "" : SourceLines.line(text, began.getLine());
    if (line.contains("{{") || first.contains("{{")) {
      return "this looks like a template; render it first, as helm template does";
    }
    String problem = String.valueOf(e.getProblem());
    String context = e.getContext() == null ? "" : " " + e.getContext();
    boolean elsewhere = began != null && began.getLine() != mark.getLine();
    String since = elsewhere ? " that began in line " + (began.getLine() + 1) : "";
    return problem + context + since;
  }
}
