package io.kubehop.ingress.nginx;

import io.kubehop.core.http.Certificate;
import io.kubehop.core.http.HttpHeaders;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.ingress.api.CertificateReader;
import io.kubehop.ingress.api.Findings;
import io.kubehop.ingress.api.IngressClasses;
import io.kubehop.ingress.api.IngressStore;
import io.kubehop.ingress.nginx.annotation.AnnotationContext;
import io.kubehop.ingress.nginx.annotation.IngressAnnotations;
import io.kubehop.ingress.nginx.annotation.InvalidAnnotationException;
import io.kubehop.ingress.nginx.config.ControllerFlags;
import io.kubehop.ingress.nginx.config.GlobalHeaders;
import io.kubehop.ingress.nginx.config.GlobalSettings;
import io.kubehop.ingress.nginx.server.ClusterView;
import io.kubehop.ingress.nginx.server.ConfigurationBuilder;
import io.kubehop.ingress.nginx.server.Endpoint;
import io.kubehop.ingress.nginx.server.NginxConfiguration;
import io.kubehop.ingress.nginx.server.ServedIngress;
import io.kubehop.ingress.nginx.stream.StreamService;
import io.kubehop.ingress.nginx.stream.StreamServices;
import io.kubehop.service.api.ConfigMap;
import io.kubehop.service.api.EndpointSlice;
import io.kubehop.service.api.Ingress;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a controller's configuration from what the API server holds. */
final class ConfigurationSource implements ClusterView {
  private static final Certificate FAKE =
      new Certificate("Kubernetes Ingress Controller Fake Certificate", List.of("ingress.local"));

  private final IngressStore store;
  private final ControllerFlags flags;
  private final JournaledMap<ObjectKey, ServedIngress> accepted;

  ConfigurationSource(IngressStore store, ControllerFlags flags, Journal journal) {
    this.store = store;
    this.flags = flags;
    this.accepted = new JournaledMap<>(journal);
  }

  /** The Ingresses that were served at the last reading. */
  List<Ingress> served() {
    return accepted.values().stream().map(ServedIngress::ingress).toList();
  }

  /** What findings without a rule are about: the controller's own ConfigMap. */
  ObjectKey self() {
    String name = flags.text("configmap");
    int slash = name.indexOf('/');
    String namespace = name.substring(0, Math.max(0, slash));
    return new ObjectKey(ConfigMap.KIND, namespace, name.substring(slash + 1));
  }

  ControllerConfiguration read(Findings findings) {
    return new ControllerConfiguration(http(findings), streams(findings));
  }

  private List<StreamService> streams(Findings findings) {
    StreamServices reader = new StreamServices(this, findings);
    List<StreamService> streams = new ArrayList<>();
    store
        .configMap(flags.text("tcp-services-configmap"))
        .ifPresent(map -> streams.addAll(reader.read(map, Protocol.TCP)));
    store
        .configMap(flags.text("udp-services-configmap"))
        .ifPresent(map -> streams.addAll(reader.read(map, Protocol.UDP)));
    return streams;
  }

  private NginxConfiguration http(Findings findings) {
    GlobalSettings settings =
        store
            .configMap(flags.text("configmap"))
            .map(map -> new GlobalSettings(map.data()))
            .orElse(GlobalSettings.DEFAULT);
    settings
        .notModelled()
        .forEach(key -> findings.add(self(), "data." + key, "this key is not modelled"));
    accept(settings, findings);
    return new ConfigurationBuilder(this, settings, defaultCertificate(), ownBackend(), findings)
        .build(accepted.values())
        .withHeaders(
            new GlobalHeaders(
                headers("proxy-set-headers", settings, findings),
                headers("add-headers", settings, findings)));
  }

  /** The fields of the ConfigMap that a key names. */
  private HttpHeaders headers(String key, GlobalSettings settings, Findings findings) {
    String name = settings.text(key, "");
    Optional<ConfigMap> map = store.configMap(name);
    if (!name.isEmpty() && map.isEmpty()) {
      findings.add(self(), "data." + key, "there is no ConfigMap " + name);
    }
    return map.map(found -> HttpHeaders.of(found.data())).orElse(HttpHeaders.NONE);
  }

  /**
   * Takes Ingresses over. One whose annotations are not accepted stays as it was taken over last,
   * if ever.
   */
  private void accept(GlobalSettings settings, Findings findings) {
    AnnotationContext context =
        new AnnotationContext(
            settings,
            flags.annotationsPrefix(),
            flags.flag("enable-annotation-validation", true),
            store::find);
    List<ObjectKey> gone = new ArrayList<>(accepted.keys());
    for (Ingress ingress : store.ingresses()) {
      if (isServed(ingress)) {
        gone.remove(ingress.key());
        accept(ingress, context, findings);
      }
    }
    gone.forEach(accepted::remove);
  }

  private void accept(Ingress ingress, AnnotationContext context, Findings findings) {
    try {
      IngressAnnotations annotations = IngressAnnotations.read(ingress, context, findings);
      accepted.put(ingress.key(), new ServedIngress(ingress, annotations));
    } catch (InvalidAnnotationException e) {
      String effect =
          accepted.containsKey(ingress.key())
              ? "; ingress-nginx goes on with the Ingress as it was before"
              : "; ingress-nginx does not serve the Ingress";
      findings.add(
          ingress.key(), "metadata.annotations[" + e.annotation() + "]", e.getMessage() + effect);
    }
  }

  private boolean isServed(Ingress ingress) {
    String namespace = flags.text("watch-namespace");
    if (!namespace.isEmpty() && !namespace.equals(ingress.metadata().namespace())) {
      return false;
    }
    if (ingress.spec().ingressClassName().isPresent()) {
      return store.classes().controllerOf(ingress).filter(this::isOwn).isPresent();
    }
    return IngressClasses.isNamedByAnnotation(ingress, flags.ingressClass())
        || IngressClasses.isWithoutClass(ingress)
            && flags.flag("watch-ingress-without-class", false);
  }

  private boolean isOwn(String controller) {
    return controller.equals(flags.controllerClass());
  }

  private Certificate defaultCertificate() {
    String name = flags.text("default-ssl-certificate");
    int slash = name.indexOf('/');
    return slash < 0
        ? FAKE
        : certificate(name.substring(0, slash), name.substring(slash + 1)).orElse(FAKE);
  }

  /** The Service of {@code --default-backend-service}, else the controller's own 404. */
  private List<Endpoint> ownBackend() {
    int port = flags.number("default-server-port", 8181);
    String name = flags.text("default-backend-service");
    int slash = name.indexOf('/');
    List<Endpoint> endpoints =
        slash < 0
            ? List.of()
            : ConfigurationBuilder.firstPortOf(
                this, service(name.substring(0, slash), name.substring(slash + 1)));
    return endpoints.isEmpty() ? List.of(new Endpoint("127.0.0.1", port)) : endpoints;
  }

  @Override
  public Optional<Service> service(String namespace, String name) {
    return store.service(namespace, name);
  }

  @Override
  public List<EndpointSlice> slices(ObjectKey service) {
    return store.slices(service);
  }

  @Override
  public Optional<Certificate> certificate(String namespace, String secret) {
    return store.secret(namespace, secret).flatMap(CertificateReader::read);
  }
}
