package io.kubehop.service.api;

import java.util.List;

/**
 * A range of addresses (networking/v1 IPBlock).
 *
 * @param cidr the range
 * @param except parts of it that are left out
 */
public record IPBlock(String cidr, List<String> except) {

  /** Copies the collections. */
  public IPBlock {
    except = List.copyOf(except);
  }
}
