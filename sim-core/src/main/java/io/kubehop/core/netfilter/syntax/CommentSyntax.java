package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.matches.Comment;
import io.kubehop.core.netfilter.matches.Match;
import java.util.List;

/** {@code -m comment}. */
final class CommentSyntax implements MatchSyntax<Comment> {
  private static final List<OptionSpec> OPTIONS = List.of(OptionSpec.value("comment"));
  private static final int LONGEST = 255;

  @Override
  public List<String> names() {
    return List.of("comment");
  }

  @Override
  public List<Class<? extends Comment>> types() {
    return List.of(Comment.class);
  }

  @Override
  public List<OptionSpec> options(String name, IpFamily family) {
    return OPTIONS;
  }

  @Override
  public Match read(String name, Options options) {
    Word text = options.require("comment").value();
    if (text.text().length() > LONGEST) {
      throw text.fault("the comment is longer than 255 characters");
    }
    return new Comment(text.text());
  }

  @Override
  public void write(Comment match, OptionWriter out) {
    out.text("--comment", match.text());
  }
}
