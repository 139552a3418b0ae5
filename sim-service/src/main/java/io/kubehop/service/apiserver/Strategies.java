package io.kubehop.service.apiserver;

import io.kubehop.core.time.Simulation;
import io.kubehop.service.api.DaemonSet;
import io.kubehop.service.api.Deployment;
import io.kubehop.service.api.EndpointSlice;
import io.kubehop.service.api.Endpoints;
import io.kubehop.service.api.Ingress;
import io.kubehop.service.api.IngressClass;
import io.kubehop.service.api.Job;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.KubeProxyConfiguration;
import io.kubehop.service.api.Namespace;
import io.kubehop.service.api.NetworkPolicy;
import io.kubehop.service.api.Node;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.ReplicaSet;
import io.kubehop.service.api.ReplicationController;
import io.kubehop.service.api.Service;
import io.kubehop.service.api.StatefulSet;
import io.kubehop.service.apiserver.validation.EndpointSliceValidation;
import io.kubehop.service.apiserver.validation.EndpointsValidation;
import io.kubehop.service.apiserver.validation.FieldError;
import io.kubehop.service.apiserver.validation.IngressClassValidation;
import io.kubehop.service.apiserver.validation.MetaValidation;
import io.kubehop.service.apiserver.validation.WorkloadValidation;
import io.kubehop.service.config.ClusterConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** The strategy of each kind; what is not modelled is kept as it is. */
final class Strategies {
  private final Map<Class<?>, Strategy<?>> byType = new LinkedHashMap<>();

  Strategies(Simulation simulation, ClusterConfig config, ObjectStore store) {
    put(Service.class, new ServiceStrategy(simulation, config));
    put(Pod.class, new PodStrategy(store));
    put(Node.class, new NodeStrategy(simulation.journal(), store));
    put(Namespace.class, new NamespaceStrategy());
    put(EndpointSlice.class, checked(EndpointSliceValidation::validate));
    put(Endpoints.class, checked((given, old) -> EndpointsValidation.validate(given)));
    put(Ingress.class, new IngressStrategy(store));
    put(IngressClass.class, checked(IngressClassValidation::validate));
    put(NetworkPolicy.class, new NetworkPolicyStrategy());
    putWorkloads();
  }

  private void putWorkloads() {
    put(
        Deployment.class,
        withStatus(WorkloadValidation::validate, (given, old) -> given.withStatus(old.status())));
    put(
        ReplicaSet.class,
        withStatus(WorkloadValidation::validate, (given, old) -> given.withStatus(old.status())));
    put(
        ReplicationController.class,
        withStatus(
            (given, old) -> WorkloadValidation.validate(given),
            (given, old) -> given.withStatus(old.status())));
    put(
        StatefulSet.class,
        withStatus(WorkloadValidation::validate, (given, old) -> given.withStatus(old.status())));
    put(
        DaemonSet.class,
        withStatus(WorkloadValidation::validate, (given, old) -> given.withStatus(old.status())));
    put(
        Job.class,
        withStatus(
            (given, old) -> WorkloadValidation.validate(given),
            (given, old) -> given.withStatus(old.status())));
  }

  private static <T extends KubeObject> Strategy<T> checked(
      BiFunction<T, Optional<T>, List<FieldError>> validate) {
    return withStatus(validate, (given, old) -> given);
  }

  /** A strategy for objects that keep the status of the one that they replace. */
  private static <T extends KubeObject> Strategy<T> withStatus(
      BiFunction<T, Optional<T>, List<FieldError>> validate, BinaryOperator<T> carryStatus) {
    return (given, request) -> {
      validate.apply(given, request.old()).forEach(request::refuse);
      return request.old().map(old -> carryStatus.apply(given, old)).orElse(given);
    };
  }

  private <T extends KubeObject> void put(Class<T> type, Strategy<T> strategy) {
    byType.put(type, strategy);
  }

  <T extends KubeObject> T admit(T object, AdmissionRequest<T> request) {
    Strategy<T> strategy = of(object);
    if (strategy != null) {
      return strategy.admit(object, request);
    }
    if (!(object instanceof KubeProxyConfiguration)) { // a file, which has no name
      MetaValidation.validateName(object).forEach(request::refuse);
    }
    return object;
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
