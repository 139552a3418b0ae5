package io.kubehop.service.load;

import io.kubehop.service.api.ConfigMap;
import io.kubehop.service.api.CronJob;
import io.kubehop.service.api.DaemonSet;
import io.kubehop.service.api.Deployment;
import io.kubehop.service.api.EndpointSlice;
import io.kubehop.service.api.Endpoints;
import io.kubehop.service.api.Gateway;
import io.kubehop.service.api.GatewayClass;
import io.kubehop.service.api.HTTPRoute;
import io.kubehop.service.api.Ingress;
import io.kubehop.service.api.IngressClass;
import io.kubehop.service.api.Job;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.KubeProxyConfiguration;
import io.kubehop.service.api.Namespace;
import io.kubehop.service.api.NetworkPolicy;
import io.kubehop.service.api.Node;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.ReferenceGrant;
import io.kubehop.service.api.ReplicaSet;
import io.kubehop.service.api.ReplicationController;
import io.kubehop.service.api.Secret;
import io.kubehop.service.api.Service;
import io.kubehop.service.api.StatefulSet;
import io.kubehop.service.source.Fields;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** The codecs of all kinds that are more than opaque. */
final class KindCodecs {
  private static final String NETWORKING = "networking.k8s.io/v1";
  private static final String GATEWAY = GatewayCodec.GROUP + "/v1";

  private static final List<KindCodec<?>> ALL =
      List.of(
          codec("v1", Namespace.class, (meta, fields) -> new Namespace(meta), (o, tree) -> {}),
          codec("v1", Node.class, NodeCodec::decode, NodeCodec::encode),
          codec("v1", Pod.class, PodCodec::decode, PodCodec::encode),
          codec("v1", Service.class, ServiceCodec::decode, ServiceCodec::encode),
          codec("v1", Endpoints.class, EndpointsCodec::decode, EndpointsCodec::encode),
          codec("v1", ConfigMap.class, DataCodec::configMap, DataCodec::encode),
          codec("v1", Secret.class, DataCodec::secret, DataCodec::encode),
          codec(
              "v1",
              ReplicationController.class,
              ReplicaSetCodec::replicationController,
              ReplicaSetCodec::encode),
          codec("apps/v1", Deployment.class, DeploymentCodec::decode, DeploymentCodec::encode),
          codec("apps/v1", ReplicaSet.class, ReplicaSetCodec::decode, ReplicaSetCodec::encode),
          codec("apps/v1", StatefulSet.class, StatefulSetCodec::decode, StatefulSetCodec::encode),
          codec("apps/v1", DaemonSet.class, DaemonSetCodec::decode, DaemonSetCodec::encode),
          codec("batch/v1", Job.class, JobCodec::decode, JobCodec::encode),
          codec("batch/v1", CronJob.class, JobCodec::cronJob, JobCodec::encode),
          codec(
              "discovery.k8s.io/v1",
              EndpointSlice.class,
              EndpointSliceCodec::decode,
              EndpointSliceCodec::encode),
          codec(NETWORKING, Ingress.class, IngressCodec::decode, IngressCodec::encode),
          codec(NETWORKING, IngressClass.class, IngressCodec::ingressClass, IngressCodec::encode),
          codec(
              NETWORKING,
              NetworkPolicy.class,
              NetworkPolicyCodec::decode,
              NetworkPolicyCodec::encode),
          codec(
              "kubeproxy.config.k8s.io/v1alpha1",
              KubeProxyConfiguration.class,
              KubeProxyCodec::decode,
              KubeProxyCodec::encode),
          codec(GATEWAY, GatewayClass.class, GatewayCodec::gatewayClass, GatewayCodec::encode),
          codec(GATEWAY, Gateway.class, GatewayCodec::gateway, GatewayCodec::encode),
          codec(GATEWAY, HTTPRoute.class, HTTPRouteCodec::decode, HTTPRouteWriter::encode),
          codec(GATEWAY, ReferenceGrant.class, GatewayCodec::grant, GatewayCodec::encode));

  private KindCodecs() {}

  /** Returns all codecs. */
  static List<KindCodec<?>> all() {
    return ALL;
  }

  /** Returns the codec of a kind in one group and version; absent if that is opaque. */
  static Optional<KindCodec<?>> find(String apiVersion, String kind) {
    String served = apiVersion.equals(GATEWAY + "beta1") ? GATEWAY : apiVersion;
    return ALL.stream()
        .filter(codec -> codec.kind().equals(kind) && codec.apiVersion().equals(served))
        .findFirst();
  }

  /** Returns the codec of a kind in whatever version; absent if there is none. */
  static Optional<KindCodec<?>> find(String kind) {
    return ALL.stream().filter(codec -> codec.kind().equals(kind)).findFirst();
  }

  /** Returns the codec of an object; absent if it is opaque. */
  static Optional<KindCodec<?>> find(KubeObject object) {
    return ALL.stream().filter(codec -> codec.type().isInstance(object)).findFirst();
  }

  private static <T extends KubeObject> KindCodec<T> codec(
      String apiVersion,
      Class<T> type,
      BiFunction<ObjectMeta, Fields, T> decode,
      BiConsumer<T, TreeBuilder> encode) {
    return new KindCodec<>(apiVersion, type.getSimpleName(), type, decode, encode);
  }
}
