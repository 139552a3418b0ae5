package io.kubehop.core.ipvs.text;

import io.kubehop.core.ipvs.VirtualServerEntry;
import java.util.List;

/**
 * What a text said.
 *
 * @param entries the virtual servers, in the order of the text, those apart that a problem left out
 * @param problems what is wrong with the text, line by line
 */
public record RestoredTable(List<VirtualServerEntry> entries, List<IpvsadmProblem> problems) {

  /** Copies the lists. */
  public RestoredTable {
    entries = List.copyOf(entries);
    problems = List.copyOf(problems);
  }
}
