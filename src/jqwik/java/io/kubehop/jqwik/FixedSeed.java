package io.kubehop.jqwik;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Gives every property that names no seed of its own the one of the system property {@code
 * kubehop.jqwik.seed}, so that a red build is red again. jqwik itself has no such setting. Compiled
 * into the tests of each module, and found there as a service.
 */
public final class FixedSeed implements AroundPropertyHook {
  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext property, PropertyExecutor executor) throws Throwable {
    String seed = System.getProperty("kubehop.jqwik.seed", "");
    if (!seed.isEmpty() && property.attributes().seed().isEmpty()) {
      property.attributes().setSeed(seed);
    }
    return executor.execute();
  }

  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }

  @Override
  public int aroundPropertyProximity() {
    return -100; // outside of every other hook
  }
}
