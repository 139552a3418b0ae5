package io.kubehop.service;

/** Manifests that many tests need. */
public final class Yaml {

  private Yaml() {}

  /** A Service {@code web} that selects {@code app: web}, with more lines of specification. */
  public static String service(String... spec) {
    return named("web", spec);
  }

  public static String named(String name, String... spec) {
    return """
        apiVersion: v1
        kind: Service
        metadata: {name: %s, namespace: default}
        spec:
          selector: {app: web}
          %s
        """
        .formatted(name, String.join("\n  ", spec));
  }

  /** A Service on port 80 with more lines of specification. */
  public static String on80(String name, String... spec) {
    return named(name, "ports: [{port: 80}]", String.join("\n  ", spec));
  }

  /** A Pod with the label {@code app: web} that somebody else is to schedule and to start. */
  public static String pod(String name) {
    return """
        apiVersion: v1
        kind: Pod
        metadata: {name: %s, namespace: default, labels: {app: web}}
        spec: {containers: [{name: main, image: web, ports: [{containerPort: 80}]}]}
        """
        .formatted(name);
  }

  /** A Pod with the label {@code app: web} that runs already. */
  public static String runningPod(String name, String node, String ip, boolean ready) {
    return """
        apiVersion: v1
        kind: Pod
        metadata: {name: %s, namespace: default, labels: {app: web}}
        spec:
          nodeName: %s
          containers: [{name: main, image: web, ports: [{containerPort: 80}]}]
        status:
          phase: Running
          podIP: %s
          podIPs: [{ip: '%s'}]
          conditions: [{type: Ready, status: '%s'}]
        """
        .formatted(name, node, ip, ip, ready ? "True" : "False");
  }

  /** A Deployment {@code web}. */
  public static String deployment(int replicas, String image, String... spec) {
    return """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, namespace: default}
        spec:
          replicas: %d
          %s
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              containers: [{name: main, image: '%s', ports: [{containerPort: 80}]}]
        """
        .formatted(replicas, String.join("\n  ", spec), image);
  }
}
