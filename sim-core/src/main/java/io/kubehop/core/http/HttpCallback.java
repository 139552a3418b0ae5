package io.kubehop.core.http;

import io.kubehop.core.host.SocketFailure;

/** Learns what became of a request. What it remembers must be journalled. */
public interface HttpCallback {

  /** The answer is there. */
  void onResponse(HttpClient client, HttpResponse response);

  /**
   * There will be no answer.
   *
   * @param sent whether the request had been sent by then
   */
  void onFailure(HttpClient client, SocketFailure failure, boolean sent);
}
