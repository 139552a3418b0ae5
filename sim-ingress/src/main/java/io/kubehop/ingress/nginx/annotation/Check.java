package io.kubehop.ingress.nginx.annotation;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What the controller's annotation validation asks of a value (annotations/parser/validators.go).
 */
enum Check {
  ANY(value -> true),
  BOOL(Check::isBool),
  INT(value -> value.matches("[+-]?[0-9]{1,18}")),
  CIDRS(SourceRanges::isValid),
  SIZE(noSpaces("[0-9]+[bkmgBKMG]?")),
  URL(oneLine("[" + Chars.ALNUM + ",:?&=]*")),
  URL_WITH_VARIABLES(noSpaces("[" + Chars.ALNUM + ", :?&=$]*")),
  BASIC(noSpaces("[/" + Chars.ALNUM + "]*")),
  BASIC_WITH_SPACE(oneLine("[/" + Chars.ALNUM + " ]*")),
  EXTENDED(oneLine("[/" + Chars.ALNUM + ", ]*")),
  REGEX(oneLine("[/" + Chars.ALNUM + Chars.REGEX + "]*")),
  SERVER_NAMES(Check::areServerNames),
  PATH_WITH_CAPTURE(oneLine("/?[" + Chars.ALNUM + "/$]*")),
  HEADER_NAMES(noSpaces("[A-Za-z0-9_, -]*")),
  VARIABLES(noSpaces("[A-Za-z0-9_${}-]*")),
  METHODS(noSpaces("(GET|HEAD|POST|PUT|PATCH|DELETE|CONNECT|OPTIONS|TRACE)")),
  CORS_ORIGINS(noSpaces("((((([a-z]+://)?(\\*\\.)?[A-Za-z0-9.-]*(:\\d+)?,?)|null)+)|\\*)?")),
  CORS_METHODS(noSpaces("([A-Za-z]+,?\\s?)+")),
  CORS_EXPOSE_HEADERS(noSpaces("(([A-Za-z0-9_-]+|\\*),?\\s?)+")),
  HTTP_ERRORS(noSpaces("([45,][0-9]{2},?)*")),
  NEXT_UPSTREAM(
      oneLine(
          "((error|timeout|invalid_header|http_500|http_502|http_503|http_504|http_403|http_404"
              + "|http_429|non_idempotent|off)\\s?)+")),
  COOKIE_DOMAIN(oneLine("(off|[" + Chars.ALNUM + "]+\\s+[" + Chars.ALNUM + "]+)")),
  COOKIE_AGE(value -> Pattern.compile("(^0|-?[1-9]\\d*$)").matcher(value).find()),
  SERVICE_NAME(value -> value.matches("[a-z]([-a-z0-9]{0,61}[a-z0-9])?")),
  AUTH_TYPE(value -> value.contains("basic") || value.contains("digest")),
  AUTH_SECRET_TYPE(value -> value.contains("auth-file") || value.contains("auth-map")),
  CONNECTION(oneOf(true, "close", "keep-alive")),
  ON_OFF(oneOf(true, "on", "off")),
  HTTP_VERSION(oneOf(true, "1.0", "1.1")),
  SATISFY(oneOf(true, "any", "all")),
  COOKIE(oneOf(true, "cookie")),
  AFFINITY_MODE(oneOf(true, "balanced", "persistent")),
  CANARY_BEHAVIOR(oneOf(true, "sticky", "legacy")),
  SAME_SITE(oneOf(false, "none", "lax", "strict")),
  LOAD_BALANCE(
      oneOf(
          true,
          "round_robin",
          "chash",
          "chashsubset",
          "sticky_balanced",
          "sticky_persistent",
          "ewma")),
  PROTOCOL(oneOf(false, "auto_http", "http", "https", "grpc", "grpcs", "fcgi"));

  private final Predicate<String> accepted;

  Check(Predicate<String> accepted) {
    this.accepted = accepted;
  }

  boolean accepts(String value) {
    return accepted.test(value);
  }

  private static boolean isBool(String value) {
    return value.matches("1|t|T|TRUE|true|True|0|f|F|FALSE|false|False");
  }

  private static boolean areServerNames(String value) {
    return Arrays.stream(value.split(",", -1)).map(String::trim).allMatch(Check.REGEX::accepts);
  }

  private static Predicate<String> oneLine(String regex) {
    Pattern pattern = Pattern.compile(regex);
    return value -> value.indexOf('\n') < 0 && pattern.matcher(value).matches();
  }

  private static Predicate<String> noSpaces(String regex) {
    Predicate<String> check = oneLine(regex);
    return value -> check.test(value.replace(" ", ""));
  }

  private static Predicate<String> oneOf(boolean caseMatters, String... options) {
    return value -> {
      String text = caseMatters ? value.trim() : value.trim().toLowerCase(Locale.ROOT);
      return Arrays.asList(options).contains(text);
    };
  }

  /** Sets of characters that several checks share. */
  private static final class Chars {
    static final String ALNUM = "\\-._~a-zA-Z0-9/:";
    static final String REGEX = "\\^\\$\\[\\](){}*+?|&=\\\\";
  }
}
