package io.kubehop.ingress.nginx.uri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PcreTest {

  @ParameterizedTest(name = "{0} matches {1}: {2}")
  @CsvSource({
    "^a{b}, a{b}, true",
    "^a{2}$, aa, true",
    "'^a{,2}$', 'a{,2}', true",
    "'^[[:alpha:]]+$', abc, true",
    "'^[[:alpha:]]+$', ab1, false",
    "^[]a]+$, ]a, true",
    "^[a[]+$, a[, true",
    "^[a&&b]+$, a&b, true",
    "^[\\w-]+$, a-b_c, true",
    "^(?P<x_y>a)(?P=x_y)$, aa, true",
    "^(?<x>a)\\k<x>$, aa, true",
    "^(a)\\g{1}$, aa, true",
    "^\\Qa.b\\E$, a.b, true",
    "^\\Qa.b\\E$, axb, false",
    "^\\x2fa$, /a, true",
    "'^a(?#comment)b$', ab, true",
    "\\bfoo\\b, a foo b, true",
    "^\\y$, y, true",
    "^é$, Ã©, true"
  })
  void meansWhatPcreMeans(String expression, String text, boolean matches) throws PcreException {
    assertThat(Pcre.compile(expression, false).matches(text)).isEqualTo(matches);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"(", "a)", "[a", "*a", "a**", "(a)\\2", "[[:foo:]]", "a\\", "(?P<>a)"})
  void nginxRefusesWhatPcreRefuses(String expression) {
    PcreException refused =
        catchThrowableOfType(PcreException.class, () -> Pcre.compile(expression, false));

    assertThat(refused).isNotNull();
    assertThat(refused.isInvalid()).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"(?R)", "(?1)", "(?(1)a|b)", "\\Ka", "(*FAIL)", "(?|a|b)", "\\pL"})
  void saysWhatItCannotFollow(String expression) {
    PcreException refused =
        catchThrowableOfType(PcreException.class, () -> Pcre.compile(expression, false));

    assertThat(refused).isNotNull();
    assertThat(refused.isInvalid()).isFalse();
  }

  @Test
  void onlyALineFeedEndsALine() throws PcreException {
    assertThat(Pcre.compile("^a$", false).matches("a\n")).isTrue();
    assertThat(Pcre.compile("^a$", false).matches("a\r\n")).isFalse();
    assertThat(Pcre.compile("^a.b$", false).matches("a\rb")).isTrue();
  }

  @Test
  void groupsAreCaptured() throws PcreException {
    Matcher matcher = Pcre.compile("(?i)/APP(/|$)(.*)", true).find("/app/x/y");

    assertThat(matcher).isNotNull();
    assertThat(matcher.group(2)).isEqualTo("x/y");
  }
}
