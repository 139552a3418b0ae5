package io.kubehop.ingress.nginx.route;

import com.google.common.collect.ImmutableSet;
import java.util.Locale;
import java.util.Set;

/** The variables that nginx, or the controller's configuration of it, has. */
final class KnownVariables {
  /** What begins the name of any number of variables. */
  private static final Set<String> FAMILIES =
      ImmutableSet.of(
          "http_", "arg_", "cookie_", "sent_http_", "upstream_http_", "upstream_cookie_");

  private static final Set<String> OF_NGINX =
      names(
          "args binary_remote_addr body_bytes_sent bytes_sent connection connection_requests"
              + " connection_time content_length content_type document_root document_uri host"
              + " hostname http2 http3 https is_args limit_conn_status limit_rate limit_req_status"
              + " msec nginx_version pid pipe proxy_add_x_forwarded_for proxy_host proxy_port"
              + " proxy_protocol_addr proxy_protocol_port proxy_protocol_server_addr"
              + " proxy_protocol_server_port query_string realip_remote_addr realip_remote_port"
              + " realpath_root remote_addr remote_port remote_user request request_body"
              + " request_body_file request_completion request_filename request_id request_length"
              + " request_method request_time request_uri scheme server_addr server_name server_port"
              + " server_protocol ssl_cipher ssl_ciphers ssl_client_cert ssl_client_escaped_cert"
              + " ssl_client_fingerprint ssl_client_i_dn ssl_client_s_dn ssl_client_serial"
              + " ssl_client_verify ssl_curves ssl_early_data ssl_protocol ssl_server_name"
              + " ssl_session_id ssl_session_reused status tcpinfo_rtt tcpinfo_rttvar"
              + " tcpinfo_rcv_space tcpinfo_snd_cwnd time_iso8601 time_local"
              + " upstream_addr upstream_bytes_received upstream_bytes_sent upstream_cache_status"
              + " upstream_connect_time upstream_header_time upstream_response_length"
              + " upstream_response_time upstream_status uri");

  /** What the template of nginx.conf sets or maps. */
  private static final Set<String> OF_CONTROLLER =
      names(
          "auth_cookie balancer_ewma_score best_http_host cache_key connection_upgrade"
              + " escaped_request_uri full_x_forwarded_for ingress_name location_path loggable"
              + " namespace pass_access_scheme pass_port pass_server_port proxy_alternative_upstream_name"
              + " proxy_upstream_name redirect_to req_id service_name service_port the_real_ip");

  private KnownVariables() {}

  private static Set<String> names(String list) {
    return ImmutableSet.copyOf(list.split(" ", -1));
  }

  static boolean contains(String written) {
    String name = written.toLowerCase(Locale.ROOT);
    return isGroup(name)
        || OF_NGINX.contains(name)
        || OF_CONTROLLER.contains(name)
        || FAMILIES.stream().anyMatch(name::startsWith);
  }

  /** What an expression has captured. */
  private static boolean isGroup(String name) {
    return name.length() == 1 && name.charAt(0) >= '1' && name.charAt(0) <= '9';
  }
}
