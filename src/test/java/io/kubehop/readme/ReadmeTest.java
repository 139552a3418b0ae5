package io.kubehop.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.Checkout;
import io.kubehop.core.app.Outcome;
import io.kubehop.core.time.Share;
import io.kubehop.scenarios.ClusterSimulation;
import io.kubehop.scenarios.cli.KubeHop;
import io.kubehop.scenarios.connection.Connection;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The Java code that the README shows is the code that runs here. */
class ReadmeTest {
  private static final String SOURCE = "src/test/java/io/kubehop/readme/ReadmeTest.java";
  private static final String TRACED = "scenarios/library/50-clusterip.yaml";
  private static final String BEGIN = "    // README begins\n";
  private static final String END = "    // README ends\n";

  @Test
  void the_code_that_the_README_shows_does_what_it_says() {
    String manifests =
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: cart, namespace: shop}
        spec:
          replicas: 2
          selector: {matchLabels: {app: cart}}
          template:
            metadata: {labels: {app: cart}}
            spec:
              containers: [{name: cart, image: cart, ports: [{containerPort: 8080}]}]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: cart, namespace: shop}
        spec:
          clusterIP: 10.96.0.12
          selector: {app: cart}
          ports: [{port: 80, targetPort: 8080}]
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: web-0, namespace: shop}
        spec:
          containers: [{name: web, image: web}]
        """;

    // README begins
    ClusterSimulation cluster = ClusterSimulation.fromYaml(manifests);
    Connection connection = cluster.send("pod/shop/web-0", "tcp://10.96.0.12:80");

    assertThat(connection.outcome()).as(connection.toString()).isEqualTo(Outcome.DELIVERED);
    assertThat(connection.pods()).containsExactly("shop/cart-0", "shop/cart-1");
    assertThat(connection.shares().values()).containsOnly(Share.of(1, 2));
    // README ends
  }

  @Test
  void the_README_shows_the_code_that_runs() throws IOException {
    String source = read(SOURCE);
    int begin = source.indexOf(BEGIN) + BEGIN.length();
    String code = source.substring(begin, source.indexOf(END, begin)).stripTrailing().stripIndent();

    assertThat(read("README.md")).contains("```java\n" + code + "\n```\n");
  }

  @Test
  void the_README_shows_the_trace_that_is_printed() throws IOException {
    String root = Checkout.root() + "/";
    StringWriter out = new StringWriter();
    PrintWriter printed = new PrintWriter(out);
    KubeHop.Streams streams = new KubeHop.Streams(InputStream.nullInputStream(), printed, printed);

    int code =
        KubeHop.run(
            streams,
            true,
            "trace",
            "-f",
            root + TRACED,
            "--from",
            "pod/shop/web-0",
            "--to",
            "tcp://10.96.0.12:80");

    assertThat(code).isZero();
    assertThat(read("README.md"))
        .contains(
            "$ ./kubehop trace -f "
                + TRACED
                + " --from pod/shop/web-0 --to tcp://10.96.0.12:80\n"
                + out.toString().replace(root, "")
                + "```\n");
  }

  private static String read(String file) throws IOException {
    Path path = Checkout.root().resolve(file);
    return Files.readString(path).replace("\r\n", "\n");
  }
}
