package io.kubehop.service.apiserver;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The API server does not accept one or several objects; everything is as it was before they were
 * given.
 */
public final class ObjectRejectedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<Rejection> rejections;

  /** Says which objects, and everything that is wrong with each. */
  public ObjectRejectedException(List<Rejection> rejections) {
    super(rejections.stream().map(Rejection::toString).collect(Collectors.joining("; ")));
    this.rejections = List.copyOf(rejections);
  }

  /** Returns the objects that were refused, with the reasons. */
  public List<Rejection> rejections() {
    return rejections;
  }
}
