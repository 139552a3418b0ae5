package io.kubehop.service.load;

import io.kubehop.service.api.HTTPRoute;
import io.kubehop.service.api.HTTPRouteFilter;
import io.kubehop.service.api.HTTPRouteFilter.HeaderChange;
import io.kubehop.service.api.HTTPRouteFilter.PathChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes HTTPRoutes. */
final class HTTPRouteWriter {
  private HTTPRouteWriter() {}

  static void encode(HTTPRoute route, TreeBuilder tree) {
    tree.object(
        "spec",
        new TreeBuilder()
            .list("parentRefs", route.parents(), HTTPRouteWriter::parent)
            .texts("hostnames", route.hostnames())
            .list("rules", route.rules(), HTTPRouteWriter::rule));
  }

  private static TreeBuilder parent(HTTPRoute.ParentReference parent) {
    return GatewayCodec.encodeReference(parent.parent(), new TreeBuilder())
        .text("sectionName", parent.sectionName())
        .unlessZero("port", parent.port());
  }

  private static TreeBuilder rule(HTTPRoute.Rule rule) {
    return new TreeBuilder()
        .list("matches", rule.matches(), HTTPRouteWriter::match)
        .list("filters", rule.filters(), HTTPRouteWriter::filter)
        .list("backendRefs", rule.backends(), HTTPRouteWriter::backend)
        .object("timeouts", new TreeBuilder().optional("backendRequest", rule.timeout()));
  }

  private static TreeBuilder match(HTTPRoute.Match match) {
    return new TreeBuilder()
        .object("path", condition(match.path()))
        .list("headers", match.headers(), HTTPRouteWriter::condition)
        .list("queryParams", match.queryParams(), HTTPRouteWriter::condition)
        .text("method", match.method());
  }

  private static TreeBuilder condition(HTTPRoute.Condition condition) {
    return new TreeBuilder()
        .text("type", condition.type())
        .text("name", condition.name())
        .text("value", condition.value());
  }

  private static TreeBuilder backend(HTTPRoute.Backend backend) {
    return GatewayCodec.encodeReference(backend.target(), new TreeBuilder())
        .unlessZero("port", backend.port())
        .number("weight", backend.weight())
        .list("filters", backend.filters(), HTTPRouteWriter::filter);
  }

  private static TreeBuilder filter(HTTPRouteFilter filter) {
    String change =
        filter.type().equals("ResponseHeaderModifier")
            ? "responseHeaderModifier"
            : "requestHeaderModifier";
    return new TreeBuilder()
        .text("type", filter.type())
        .optionalObject(change, filter.headers(), HTTPRouteWriter::headers)
        .optionalObject("requestRedirect", filter.redirect(), HTTPRouteWriter::redirect)
        .optionalObject(
            "urlRewrite",
            filter.rewrite(),
            rewrite ->
                new TreeBuilder()
                    .text("hostname", rewrite.hostname())
                    .optionalObject("path", rewrite.path(), HTTPRouteWriter::path));
  }

  private static TreeBuilder headers(HeaderChange change) {
    return new TreeBuilder()
        .list("set", entries(change.set()), HTTPRouteWriter::field)
        .list("add", entries(change.add()), HTTPRouteWriter::field)
        .texts("remove", change.remove());
  }

  private static List<Map.Entry<String, String>> entries(Map<String, String> fields) {
    return new ArrayList<>(fields.entrySet());
  }

  private static TreeBuilder field(Map.Entry<String, String> field) {
    return new TreeBuilder().text("name", field.getKey()).text("value", field.getValue());
  }

  private static TreeBuilder redirect(HTTPRouteFilter.Redirect redirect) {
    return new TreeBuilder()
        .text("scheme", redirect.scheme())
        .text("hostname", redirect.hostname())
        .optionalObject("path", redirect.path(), HTTPRouteWriter::path)
        .unlessZero("port", redirect.port())
        .number("statusCode", redirect.status());
  }

  private static TreeBuilder path(PathChange change) {
    return new TreeBuilder()
        .text("type", change.whole() ? "ReplaceFullPath" : "ReplacePrefixMatch")
        .text(change.whole() ? "replaceFullPath" : "replacePrefixMatch", change.value());
  }
}
