package io.kubehop.dns.resolver;

/** Asks name servers for one name, until there is an outcome. */
interface NameExchange {

  /** Sends the first question. */
  void begin();
}
