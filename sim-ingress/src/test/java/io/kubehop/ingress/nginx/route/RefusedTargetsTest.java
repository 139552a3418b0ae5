package io.kubehop.ingress.nginx.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kubehop.ingress.nginx.server.NginxConfiguration;
import io.kubehop.ingress.sample.IngressSample;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What nginx makes of the variables in a rewrite target when it loads a configuration. */
class RefusedTargetsTest {

  @ParameterizedTest
  @CsvSource({
    "/$1,                accepted",
    "/$2,                accepted",
    "/$0,                unknown \"0\" variable",
    "/$12,               accepted",
    "/$host/$uri,        accepted",
    "/$HOST,             accepted",
    "/$arg_page,         accepted",
    "/$http_x_version,   accepted",
    "/$hostname2,        unknown \"hostname2\" variable",
    "/$,                 invalid variable name",
    "/$-,                invalid variable name",
    "/$/a,               invalid variable name"
  })
  void what_nginx_says(String target, String verdict) throws IOException, InterruptedException {
    NginxConfiguration configuration =
        Configurations.of(
            List.of(
                IngressSample.named("shop")
                    .prefix("a.example.com", "/a", "cart")
                    .with("rewrite-target", target)
                    .build()));

    assertThat(verdict(configuration)).isEqualTo(verdict);
    assumeTrue(RealNginx.isInstalled());
    assertThat(RealNginx.accepts(configuration)).isEqualTo(verdict.equals("accepted"));
  }

  private static String verdict(NginxConfiguration configuration) {
    try {
      RoutingTable.load(configuration);
      return "accepted";
    } catch (RefusedConfigurationException e) {
      return e.why().replaceFirst(" in \".*", "");
    }
  }
}
