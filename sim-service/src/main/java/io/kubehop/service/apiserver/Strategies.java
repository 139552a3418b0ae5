package io.kubehop.service.apiserver;

import io.kubehop.core.time.Simulation;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.Service;
import io.kubehop.service.config.ClusterConfig;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The strategy of each kind; a kind without one is kept as it is. */
final class Strategies {
  private final Map<Class<?>, Strategy<?>> byType = new HashMap<>(); // never iterated

  Strategies(Simulation simulation, ClusterConfig config) {
    put(Service.class, new ServiceStrategy(simulation, config));
  }

  private <T extends KubeObject> void put(Class<T> type, Strategy<T> strategy) {
    byType.put(type, strategy);
  }

  <T extends KubeObject> T admit(T object, AdmissionRequest<T> request) {
    Strategy<T> strategy = of(object);
    return strategy == null ? object : strategy.admit(object, request);
  }

  <T extends KubeObject> void release(T object) {
    Strategy<T> strategy = of(object);
    if (strategy != null) {
      strategy.release(object);
    }
  }

  @SuppressWarnings("unchecked") // put() binds the two types
  private <T extends KubeObject> @Nullable Strategy<T> of(T object) {
    return (Strategy<T>) byType.get(object.getClass());
  }
}
