package io.kubehop.testkit;

import io.kubehop.testkit.Reachability.Cell;
import io.kubehop.testkit.Reachability.Change;
import java.util.List;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;

/** Assertions about who reaches what. A failure shows the whole table. */
public class ReachabilityAssert extends AbstractAssert<ReachabilityAssert, Reachability> {

  /** Begins assertions about a table. */
  public ReachabilityAssert(Reachability actual) {
    super(actual, ReachabilityAssert.class);
  }

  /** Holds if a client reaches a destination on every way. */
  public ReachabilityAssert reaches(String client, String destination) {
    return check(client, destination, Cell::isDelivered, "to reach");
  }

  /** Holds if no way of a client leads to a destination. */
  public ReachabilityAssert doesNotReach(String client, String destination) {
    return check(
        client, destination, cell -> !cell.outcomes().contains("delivered"), "not to reach");
  }

  private ReachabilityAssert check(
      String client, String destination, Predicate<Cell> holds, String wanted) {
    isNotNull();
    Cell cell = actual.find(client, destination).orElse(null);
    String found = cell == null ? "the table has no such cell" : "it is: " + cell;
    if (cell == null || !holds.test(cell)) {
      failWithMessage(
          "%s",
          "Expecting "
              + client
              + " "
              + wanted
              + " "
              + destination
              + ",\nbut "
              + found
              + "\n\n"
              + actual);
    }
    return this;
  }

  /** Holds if every client reaches every destination on every way. */
  public ReachabilityAssert isComplete() {
    isNotNull();
    List<Cell> missing = actual.cells().stream().filter(cell -> !cell.isDelivered()).toList();
    if (!missing.isEmpty()) {
      Cell first = missing.get(0);
      failWithMessage(
          "%s",
          "Expecting every client to reach everything, but "
              + missing.size()
              + " of "
              + actual.cells().size()
              + " do not, the first "
              + first.client()
              + " -> "
              + first.destination()
              + "\n\n"
              + actual);
    }
    return this;
  }

  /** Holds if the same clients reach the same destinations at the same endpoints. */
  public ReachabilityAssert hasNoChangesTo(Reachability other) {
    isNotNull();
    List<Change> changes = actual.changesTo(other);
    if (!changes.isEmpty()) {
      StringBuilder text = new StringBuilder("Expecting no difference, but there are:\n");
      changes.forEach(change -> text.append("  ").append(change).append('\n'));
      failWithMessage("%s", text.toString());
    }
    return this;
  }
}
