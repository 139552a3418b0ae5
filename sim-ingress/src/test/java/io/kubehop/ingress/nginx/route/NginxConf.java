package io.kubehop.ingress.nginx.route;

import io.kubehop.ingress.nginx.server.Location;
import io.kubehop.ingress.nginx.server.NginxConfiguration;
import io.kubehop.ingress.nginx.server.PathKind;
import io.kubehop.ingress.nginx.server.Server;
import java.util.Locale;

/**
 * Writes the part of nginx.conf that decides between locations, by the rules of ingress-nginx'
 * template. A backend behind it answers with the location and the target that it was given.
 */
final class NginxConf {
  private final NginxConfiguration configuration;
  private final int port;
  private final int backendPort;
  private final StringBuilder out = new StringBuilder();

  NginxConf(NginxConfiguration configuration, int port, int backendPort) {
    this.configuration = configuration;
    this.port = port;
    this.backendPort = backendPort;
  }

  String text() {
    line("daemon off; master_process off; worker_processes 1; pid nginx.pid;");
    line("error_log error.log crit; events { worker_connections 64; }");
    line("http { access_log off; server_names_hash_bucket_size 256; port_in_redirect off;");
    line("client_body_temp_path tmp; proxy_temp_path tmp; fastcgi_temp_path tmp;");
    line("uwsgi_temp_path tmp; scgi_temp_path tmp; keepalive_timeout 75;");
    for (Server server : configuration.servers()) {
      server(server);
    }
    line("server { listen 127.0.0.1:%d default_server; location / {", backendPort);
    line("return 200 \"$http_x_location\\n$request_uri\\n\"; } }");
    line("}");
    return out.toString();
  }

  private void server(Server server) {
    line("server { listen 127.0.0.1:%d%s;", port, server.isCatchAll() ? " default_server" : "");
    line("server_name \"%s\"%s;", serverName(server.host()), aliases(server));
    boolean regex = server.isRegexMode();
    for (Location location : server.locations()) {
      location(server, location, regex);
    }
    if (server.isCatchAll()) {
      line("location /healthz { return 200; } location /nginx_status { return 403; }");
    }
    line("}");
  }

  private static String aliases(Server server) {
    StringBuilder text = new StringBuilder();
    server.aliases().forEach(alias -> text.append(" \"").append(quoted(alias)).append('"'));
    return text.toString();
  }

  private static String serverName(String host) {
    return host.startsWith("*.")
        ? "~^(?<subdomain>[\\w-]+)\\." + host.substring(2).replace(".", "\\.") + "$"
        : host;
  }

  private void location(Server server, Location location, boolean regex) {
    String path = quoted(location.path());
    if (regex) {
      line("location ~* \"^%s\" {", path);
    } else {
      line("location %s\"%s\" {", location.kind() == PathKind.EXACT ? "= " : "", path);
    }
    line("proxy_set_header X-Location \"%s\";", Answer.id(server.host(), location));
    if (location.needsRewrite()) {
      line("rewrite \"(?i)%s\" %s break;", path, location.annotations().rewrite().target());
    }
    line("proxy_pass http://127.0.0.1:%d; }", backendPort);
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private void line(String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
