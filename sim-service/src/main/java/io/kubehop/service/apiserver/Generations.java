package io.kubehop.service.apiserver;

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
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Counts how often the wish behind an object changed, by which controllers say what they have seen.
 */
final class Generations {
  private static final Map<Class<?>, Function<KubeObject, Object>> WISHES = new HashMap<>();

  static {
    wish(Service.class, Service::spec);
    wish(Pod.class, Pod::spec);
    wish(Ingress.class, Ingress::spec);
    wish(Deployment.class, Deployment::spec);
    wish(ReplicaSet.class, ReplicaSet::spec);
    wish(ReplicationController.class, ReplicationController::spec);
    wish(StatefulSet.class, StatefulSet::spec);
    wish(DaemonSet.class, DaemonSet::spec);
    wish(Job.class, Job::spec);
  }

  private Generations() {}

  private static <T extends KubeObject> void wish(Class<T> type, Function<T, Object> spec) {
    WISHES.put(type, object -> spec.apply(type.cast(object)));
  }

  /** The generation of an object that replaces another one. */
  static long next(KubeObject old, KubeObject object) {
    Function<KubeObject, Object> wish =
        WISHES.getOrDefault(object.getClass(), o -> o.withMetadata(ObjectMeta.EMPTY));
    long before = old.metadata().generation();
    return wish.apply(old).equals(wish.apply(object)) ? before : before + 1;
  }
}
