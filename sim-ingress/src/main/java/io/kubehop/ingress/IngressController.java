package io.kubehop.ingress;

import io.kubehop.ingress.api.Finding;
import java.util.List;

/** An ingress controller that runs in a Pod. */
public interface IngressController {

  /** Begins to follow the cluster; it listens as soon as it has something to serve with. */
  void start();

  /** Takes no more connections. */
  void stop();

  /** What is wrong with the objects that it serves. */
  List<Finding> findings();
}
