package io.kubehop.testkit.property;

import io.kubehop.scenarios.ClusterSimulation;
import io.kubehop.scenarios.cluster.NotPossibleException;
import java.time.Duration;
import java.util.Locale;

/**
 * Something that happens to a generated cluster.
 *
 * @param kind what happens
 * @param service which of the Services it happens to, counted around
 * @param number which Pod of the Service, or which node, counted around
 */
public record GeneratedChange(Kind kind, int service, int number) {

  /** What can happen. */
  public enum Kind {
    /** Time passes. */
    WAIT,
    /** A Pod stops being ready. */
    UNREADY,
    /** A Pod becomes ready. */
    READY,
    /** A Pod is deleted. */
    DELETE,
    /** A node fails. */
    FAIL,
    /** A node that failed works again. */
    RECOVER
  }

  /** Makes it happen; nothing happens to what is no longer there. */
  public void in(GeneratedCluster generated, ClusterSimulation cluster) {
    try {
      String pod = pod(generated);
      switch (kind) {
        case WAIT -> cluster.advance(Duration.ofSeconds(10));
        case UNREADY -> cluster.ready(pod, false);
        case READY -> cluster.ready(pod, true);
        case DELETE -> cluster.delete("Pod/" + pod);
        case FAIL -> cluster.fail("node/" + generated.node(number));
        case RECOVER -> cluster.recover("node/" + generated.node(number));
      }
    } catch (NotPossibleException gone) {
      // Shrinking takes Pods away, and an earlier change may have deleted this one.
    }
  }

  private String pod(GeneratedCluster generated) {
    int pods = generated.services().get(service % generated.services().size()).endpoints().size();
    return "test/" + generated.service(service) + "-" + (pods == 0 ? 0 : number % pods);
  }

  /** In words, such as {@code delete test/a-0}. */
  String text(GeneratedCluster generated) {
    String what =
        switch (kind) {
          case WAIT -> "10s";
          case UNREADY, READY, DELETE -> "pod " + pod(generated);
          case FAIL, RECOVER -> "node " + generated.node(number);
        };
    return kind.name().toLowerCase(Locale.ROOT) + " " + what;
  }
}
