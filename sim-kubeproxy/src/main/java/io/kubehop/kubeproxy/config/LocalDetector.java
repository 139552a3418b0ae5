package io.kubehop.kubeproxy.config;

import io.kubehop.core.net.Cidr;

/**
 * How a proxy tells traffic of local Pods from other traffic ({@code detectLocalMode},
 * pkg/proxy/util/localdetector.go).
 */
@SuppressWarnings("ClassInitializationDeadlock") // no threads here
public sealed interface LocalDetector {
  /** Whether traffic can be told apart at all. */
  default boolean isImplemented() {
    return true;
  }

  /** Lets a writer of rules act on the kind of detection. */
  <R> R accept(Visitor<R> visitor);

  /**
   * Acts on the kinds of detection that there are.
   *
   * @param <R> what comes of it
   */
  interface Visitor<R> {
    /** Nothing is known. */
    R none();

    /** By source address. */
    R byCidr(Cidr pods);

    /** By the interface that a packet came in by; a final {@code +} stands for any end. */
    R byInterface(String name);
  }

  /** Nothing is known: no traffic counts as local, and none as not local. */
  record None() implements LocalDetector {
    @Override
    public boolean isImplemented() {
      return false;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.none();
    }
  }

  /**
   * Traffic of local Pods comes from a range of addresses.
   *
   * @param pods the range
   */
  record ByCidr(Cidr pods) implements LocalDetector {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.byCidr(pods);
    }
  }

  /**
   * Traffic of local Pods comes in by an interface.
   *
   * @param name its name; a final {@code +} stands for any end
   */
  record ByInterface(String name) implements LocalDetector {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.byInterface(name);
    }
  }
}
