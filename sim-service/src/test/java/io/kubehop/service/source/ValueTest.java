package io.kubehop.service.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "80    | expected a text, found the number 80: write \"80\" in quotes",
        "true  | expected a text, found the truth value true: write \"true\" in quotes",
        "[x]   | expected a text, found a list",
        "{x: 1}| expected a text, found a map"
      })
  void aTextIsNothingElse(String yaml, String problem) {
    assertProblem(yaml, Value::text, problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"80\"'   | expected a whole number, found the text \"80\": write 80 without quotes",
        "eighty | expected a whole number, found the text \"eighty\"",
        "80.5   | expected a whole number, found the number 80.5",
        "70000  | expected a whole number from 1 to 65535, found the number 70000",
        "yes    | expected a whole number, found the truth value yes"
      })
  void aWholeNumberIsOneInItsRange(String yaml, String problem) {
    assertProblem(yaml, value -> value.integer(1, 65535), problem);
  }

  @Test
  void otherRangesAreSaidInTheirOwnWords() {
    assertProblem(
        "-1",
        value -> value.wholeNumber(0, Long.MAX_VALUE),
        "expected a whole number not below 0, found the number -1");
    assertProblem(
        "99999999999",
        value -> value.integer(Integer.MIN_VALUE, Integer.MAX_VALUE),
        "expected a whole number of at most 32 bits, found the number 99999999999");
  }

  @Test
  void aTruthValueMayBeWrittenInEveryWay() {
    assertThat(value("off").flag()).contains(false);
    assertThat(value("y").flag()).contains(true);
    assertThat(value("N").flag()).contains(false);
    assertProblem(
        "'\"true\"'".replace("'", ""),
        Value::flag,
        "expected true or false, found the text \"true\": write it without quotes");
  }

  @Test
  void numbersAreWholeOrNot() {
    assertThat(value("0.25").number()).contains(0.25);
    assertThat(value("2").number()).contains(2.0);
    assertProblem("x", Value::number, "expected a number, found the text \"x\"");
  }

  @Test
  void durationsAreRead() {
    assertThat(value("1500ms").duration()).contains(Duration.ofMillis(1500));
    assertProblem("soon", Value::duration, "\"soon\" is not a duration such as 1500ms, 2s or 1m");
    assertProblem(
        "[1]", Value::duration, "expected a duration such as 1500ms, 2s or 1m, found a list");
  }

  @Test
  void aChoiceIsOneOfTheNames() {
    ImmutableMap<String, Integer> choices = ImmutableMap.of("iptables", 1, "ipvs", 2);
    assertThat(value("ipvs").choice(choices)).contains(2);
    assertProblem(
        "iptable",
        value -> value.choice(choices),
        "\"iptable\" is not one of iptables, ipvs; did you mean iptables?");
  }

  @Test
  void aSingleValueMayStandForAList() {
    assertThat(value("a").listOrOne()).hasSize(1);
    assertThat(value("[a, b]").listOrOne()).extracting(Value::path).containsExactly("p[0]", "p[1]");
  }

  @Test
  void scalarTextTakesNumbersAsTheyWereWritten() {
    assertThat(value("080").scalarText()).contains("080");
    assertThat(value("yes").scalarText()).contains("yes");
  }

  @Test
  void longTextsAreCutInMessages() {
    assertThat(value("x".repeat(100)).node().describe()).hasSize("the text \"\"".length() + 61);
  }

  private static Value value(String yaml) {
    return Value.of(Reading.one(yaml), "p", new Problems());
  }

  private static void assertProblem(
      String yaml, Function<Value, Optional<?>> read, String message) {
    Problems problems = new Problems();
    assertThat(read.apply(Value.of(Reading.one(yaml), "p", problems))).isEmpty();
    assertThat(problems.list()).extracting(Problem::message).containsExactly(message);
  }
}
