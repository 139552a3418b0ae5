package io.kubehop.ingress.gateway;

import io.kubehop.ingress.api.Findings;
import io.kubehop.service.api.Gateway;
import io.kubehop.service.api.HTTPRoute;
import io.kubehop.service.api.HTTPRouteFilter;
import java.util.List;

/** What a route asks a Gateway for and does not get. */
final class RouteFindings {
  private static final String MIRROR = "RequestMirror";

  private RouteFindings() {}

  static void of(HTTPRoute route, Attachment attachment, Gateway gateway, Findings findings) {
    if (!attachment.isWanted(route)) {
      return;
    }
    if (gateway.listeners().stream()
        .allMatch(each -> attachment.hostnames(route, each).isEmpty())) {
      findings.add(
          route.key(),
          "spec.parentRefs",
          "no listener of "
              + gateway.key()
              + " takes the route: name, port, host or namespace do not fit; it has no effect");
      return;
    }
    for (int i = 0; i < route.rules().size(); i++) {
      filters(route, route.rules().get(i).filters(), "spec.rules[" + i + "].filters", findings);
    }
  }

  private static void filters(
      HTTPRoute route, List<HTTPRouteFilter> filters, String path, Findings findings) {
    for (int i = 0; i < filters.size(); i++) {
      String type = filters.get(i).type();
      String field = path + "[" + i + "]";
      if (type.equals(MIRROR)) {
        findings.add(route.key(), field, "RequestMirror is not modelled; no copy is sent");
      } else if (!Filters.isKnown(type)) {
        findings.add(
            route.key(), field, "a filter of type " + type + " is not known; requests get 500");
      }
    }
  }
}
