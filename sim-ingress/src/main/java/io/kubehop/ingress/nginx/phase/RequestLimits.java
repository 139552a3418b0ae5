package io.kubehop.ingress.nginx.phase;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.time.Digestible;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.core.time.Simulation;
import io.kubehop.core.time.StateDigest;
import io.kubehop.ingress.nginx.annotation.RateLimit;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts requests and connections of each client. Requests fill a leaky bucket, in thousandths of a
 * request (ngx_http_limit_req_module); requests at the same time are counted
 * (ngx_http_limit_conn_module).
 */
public final class RequestLimits implements Digestible {
  private static final long ONE_REQUEST = 1000;

  private final Simulation simulation;
  private final JournaledMap<Key, Bucket> buckets;
  private final JournaledMap<Key, Integer> running;

  private record Key(String zone, IpAddress client) {}

  private record Bucket(long excess, long lastMillis) {}

  private record Zone(Key key, long ratePerSecond, long burst) {}

  /** Starts with empty buckets. */
  public RequestLimits(Simulation simulation) {
    this.simulation = simulation;
    this.buckets = new JournaledMap<>(simulation.journal());
    this.running = new JournaledMap<>(simulation.journal());
  }

  /** Whether the rates let a request pass; it counts only if all of them do. */
  boolean admitsRate(RateLimit limit, IpAddress client) {
    List<Zone> zones = new ArrayList<>();
    if (limit.perSecond() > 0) {
      zones.add(zone(limit, "_rps", client, limit.perSecond(), 1));
    }
    if (limit.perMinute() > 0) {
      zones.add(zone(limit, "_rpm", client, limit.perMinute(), 60));
    }
    for (Zone zone : zones) {
      if (excess(zone) > zone.burst) {
        return false;
      }
    }
    for (Zone zone : zones) {
      buckets.put(zone.key, new Bucket(excess(zone), millis()));
    }
    return true;
  }

  private static Zone zone(
      RateLimit limit, String suffix, IpAddress client, int rate, int seconds) {
    long burst = (long) rate * limit.burstMultiplier() * ONE_REQUEST;
    return new Zone(new Key(limit.zone() + suffix, client), rate * ONE_REQUEST / seconds, burst);
  }

  private long excess(Zone zone) {
    Bucket bucket = buckets.get(zone.key);
    if (bucket == null) {
      return 0;
    }
    long drained = zone.ratePerSecond * (millis() - bucket.lastMillis) / 1000;
    return Math.max(0, bucket.excess - drained + ONE_REQUEST);
  }

  private long millis() {
    return simulation.now() / 1_000_000;
  }

  /** Counts a request that begins; false if the client has too many already. */
  boolean begin(RateLimit limit, IpAddress client) {
    Key key = new Key(limit.zone(), client);
    Integer known = running.get(key);
    int now = known == null ? 0 : known;
    if (now >= limit.connections()) {
      return false;
    }
    running.put(key, now + 1);
    return true;
  }

  /** A request that began is over. */
  void end(RateLimit limit, IpAddress client) {
    Key key = new Key(limit.zone(), client);
    Integer known = running.get(key);
    if (known == null || known <= 1) {
      running.remove(key);
    } else {
      running.put(key, known - 1);
    }
  }

  @Override
  public void digestTo(StateDigest digest) {
    buckets.forEach(
        (key, bucket) ->
            digest.add(key.zone + key.client).add(bucket.excess).add(bucket.lastMillis));
    running.forEach((key, count) -> digest.add(key.zone + key.client).add(count));
  }
}
