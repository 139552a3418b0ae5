package io.kubehop.service.apiserver;

import com.google.common.collect.ImmutableMap;
import io.kubehop.service.api.DaemonSet;
import io.kubehop.service.api.Deployment;
import io.kubehop.service.api.Ingress;
import io.kubehop.service.api.Job;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.ReplicaSet;
import io.kubehop.service.api.ReplicationController;
import io.kubehop.service.api.Service;
import io.kubehop.service.api.StatefulSet;
import java.util.Map;
import java.util.function.Function;

/**
 * Counts how often the wish behind an object changed, by which controllers say what they have seen.
 */
final class Generations {
  private static final Map<Class<?>, Function<KubeObject, Object>> WISHES =
      ImmutableMap.<Class<?>, Function<KubeObject, Object>>builder()
          .put(Service.class, wish(Service.class, Service::spec))
          .put(Pod.class, wish(Pod.class, Pod::spec))
          .put(Ingress.class, wish(Ingress.class, Ingress::spec))
          .put(Deployment.class, wish(Deployment.class, Deployment::spec))
          .put(ReplicaSet.class, wish(ReplicaSet.class, ReplicaSet::spec))
          .put(
              ReplicationController.class,
              wish(ReplicationController.class, ReplicationController::spec))
          .put(StatefulSet.class, wish(StatefulSet.class, StatefulSet::spec))
          .put(DaemonSet.class, wish(DaemonSet.class, DaemonSet::spec))
          .put(Job.class, wish(Job.class, Job::spec))
          .build();

  private Generations() {}

  private static <T extends KubeObject> Function<KubeObject, Object> wish(
      Class<T> type, Function<T, Object> spec) {
    return object -> spec.apply(type.cast(object));
  }

  /** The generation of an object that replaces another one. */
  static long next(KubeObject old, KubeObject object) {
    Function<KubeObject, Object> wish =
        WISHES.getOrDefault(object.getClass(), o -> o.withMetadata(ObjectMeta.EMPTY));
    long before = old.metadata().generation();
    return wish.apply(old).equals(wish.apply(object)) ? before : before + 1;
  }
}
