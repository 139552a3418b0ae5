package io.kubehop.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test a fresh cluster of its own as a parameter of type {@code ClusterSimulation}:
 *
 * <pre>{@code
 * @KubeHop(manifests = "k8s/")
 * class CartTest {
 *   @Test
 *   void the_web_reaches_the_cart(ClusterSimulation cluster) {
 *     assertThat(cluster.send("pod/shop/web-0", "tcp://cart:80")).isDeliveredTo(pod("shop/cart"));
 *   }
 * }
 * }</pre>
 *
 * <p>Stands at a class, a method or a parameter; the nearest one counts. What a test and its {@code
 * BeforeEach} methods are given is the same cluster. Everything given here is put together.
 *
 * <p>The configuration parameters (or system properties) {@code kubehop.seed} and {@code
 * kubehop.mode} decide over what stands here. A failed test says which seed it had.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@ExtendWith(KubeHopExtension.class)
public @interface KubeHop {

  /**
   * Files and folders, relative to the working directory, and class-path resources as {@code
   * classpath:NAME}: manifests, and scenario files, of which the cluster and the objects count. A
   * folder with a {@code Chart.yaml} is what {@code helm template} makes of it, one with a {@code
   * kustomization.yaml} what {@code kubectl kustomize} makes of it.
   */
  String[] manifests() default {};

  /** Manifests themselves. */
  String[] yaml() default {};

  /** A program and its arguments, whose standard output are manifests. */
  String[] command() default {};

  /**
   * How kube-proxy works on all nodes, such as {@code ipvs}; empty: as the manifests say, else
   * {@code iptables}.
   */
  String mode() default "";
}
