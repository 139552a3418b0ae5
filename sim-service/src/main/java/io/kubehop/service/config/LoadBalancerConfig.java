package io.kubehop.service.config;

import io.kubehop.core.net.Cidr;
import java.time.Duration;
import java.util.List;

/**
 * The cloud provider's load balancers.
 *
 * @param pool the ranges from which addresses are given out, the lowest free one first
 * @param delay virtual time from the request to the published address, not negative
 */
public record LoadBalancerConfig(List<Cidr> pool, Duration delay) {

  /** Copies the pool and checks the delay. */
  public LoadBalancerConfig {
    pool = List.copyOf(pool);
    if (delay.isNegative()) {
      throw new IllegalArgumentException("delay " + delay + " is negative");
    }
  }

  /** Returns whether the pool holds one address and no more. */
  public boolean hasSingleAddress() {
    return pool.size() == 1 && pool.get(0).size() == 1;
  }
}
