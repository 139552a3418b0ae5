package io.kubehop.core.net;

/**
 * What a packet carries, where people want to read it in a trace: a request, its answer. What a
 * packet carries besides needs no words.
 */
public interface Message {

  /** The message in a few words, such as {@code GET /cart (shop.example.com)}. */
  String inWords();
}
