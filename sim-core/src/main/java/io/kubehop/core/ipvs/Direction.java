package io.kubehop.core.ipvs;

/** Which way a packet goes through a connection. */
enum Direction {
  /** From the client. */
  INPUT,
  /** From the server. */
  OUTPUT,
  /** From the client, of a connection whose replies do not pass here. */
  INPUT_ONLY
}
