package io.kubehop.service.controller.workload;

/** The numbers at the ends of generated names. */
final class Ordinals {

  private Ordinals() {}

  /** The number after the last dash; -1 if there is none. */
  static int of(String name) {
    String end = name.substring(name.lastIndexOf('-') + 1);
    return end.matches("0|[1-9][0-9]{0,8}") ? Integer.parseInt(end) : -1;
  }
}
