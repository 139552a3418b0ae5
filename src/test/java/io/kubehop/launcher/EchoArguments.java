package io.kubehop.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Stands in for the program: prints its arguments and its standard input, one line each. */
final class EchoArguments {
  private EchoArguments() {}

  public static void main(String[] args) throws IOException {
    String input = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    System.out.println("args [" + String.join("|", args) + "]");
    System.out.println("input [" + input.strip() + "]");
  }
}
