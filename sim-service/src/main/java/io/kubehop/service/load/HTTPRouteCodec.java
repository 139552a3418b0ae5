package io.kubehop.service.load;

import io.kubehop.service.api.HTTPRoute;
import io.kubehop.service.api.HTTPRouteFilter;
import io.kubehop.service.api.HTTPRouteFilter.HeaderChange;
import io.kubehop.service.api.HTTPRouteFilter.PathChange;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.source.Fields;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads HTTPRoutes. */
final class HTTPRouteCodec {
  private HTTPRouteCodec() {}

  static HTTPRoute decode(ObjectMeta meta, Fields fields) {
    Fields spec = fields.object("spec");
    return new HTTPRoute(
        GatewayCodec.namespaced(meta),
        spec.objects("parentRefs").stream().map(HTTPRouteCodec::parent).toList(),
        spec.texts("hostnames"),
        spec.objects("rules").stream().map(HTTPRouteCodec::rule).toList());
  }

  private static HTTPRoute.ParentReference parent(Fields fields) {
    return new HTTPRoute.ParentReference(
        GatewayCodec.reference(fields, GatewayCodec.GROUP, "Gateway"),
        fields.text("sectionName", ""),
        fields.integer("port", 0));
  }

  private static HTTPRoute.Rule rule(Fields fields) {
    return new HTTPRoute.Rule(
        fields.objects("matches").stream().map(HTTPRouteCodec::match).toList(),
        filters(fields),
        fields.objects("backendRefs").stream().map(HTTPRouteCodec::backend).toList(),
        timeout(fields.object("timeouts")));
  }

  /** No time at all means any time. */
  private static Optional<Duration> timeout(Fields fields) {
    return fields
        .optionalDuration("backendRequest")
        .or(() -> fields.optionalDuration("request"))
        .filter(time -> !time.isZero());
  }

  private static HTTPRoute.Match match(Fields fields) {
    return new HTTPRoute.Match(
        fields
            .optionalObject("path")
            .map(path -> condition(path, "PathPrefix", "/"))
            .orElse(HTTPRoute.Match.ANY_PATH),
        fields.objects("headers").stream().map(each -> condition(each, "Exact", "")).toList(),
        fields.objects("queryParams").stream().map(each -> condition(each, "Exact", "")).toList(),
        fields.text("method", ""));
  }

  private static HTTPRoute.Condition condition(Fields fields, String type, String value) {
    return new HTTPRoute.Condition(
        fields.text("type", type), fields.text("name", ""), fields.text("value", value));
  }

  private static HTTPRoute.Backend backend(Fields fields) {
    return new HTTPRoute.Backend(
        GatewayCodec.reference(fields, "", "Service"),
        fields.integer("port", 0),
        fields.integer("weight", 1),
        filters(fields));
  }

  private static List<HTTPRouteFilter> filters(Fields fields) {
    return fields.objects("filters").stream().map(HTTPRouteCodec::filter).toList();
  }

  private static HTTPRouteFilter filter(Fields fields) {
    return new HTTPRouteFilter(
        fields.text("type", ""),
        fields
            .optionalObject("requestHeaderModifier")
            .or(() -> fields.optionalObject("responseHeaderModifier"))
            .map(HTTPRouteCodec::headers),
        fields.optionalObject("requestRedirect").map(HTTPRouteCodec::redirect),
        fields
            .optionalObject("urlRewrite")
            .map(
                rewrite ->
                    new HTTPRouteFilter.Rewrite(rewrite.text("hostname", ""), path(rewrite))));
  }

  private static HeaderChange headers(Fields fields) {
    return new HeaderChange(named(fields, "set"), named(fields, "add"), fields.texts("remove"));
  }

  private static Map<String, String> named(Fields fields, String list) {
    Map<String, String> named = new LinkedHashMap<>();
    fields
        .objects(list)
        .forEach(each -> named.putIfAbsent(each.text("name", ""), each.text("value", "")));
    return named;
  }

  private static HTTPRouteFilter.Redirect redirect(Fields fields) {
    return new HTTPRouteFilter.Redirect(
        fields.text("scheme", ""),
        fields.text("hostname", ""),
        path(fields),
        fields.integer("port", 0),
        fields.integer("statusCode", 302));
  }

  private static Optional<PathChange> path(Fields fields) {
    return fields
        .optionalObject("path")
        .map(
            path ->
                path.text("type", "").equals("ReplaceFullPath")
                    ? new PathChange(true, path.text("replaceFullPath", ""))
                    : new PathChange(false, path.text("replacePrefixMatch", "")));
  }
}
