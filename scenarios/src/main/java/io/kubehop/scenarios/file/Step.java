package io.kubehop.scenarios.file;

import io.kubehop.dns.resolver.Libc;
import io.kubehop.scenarios.connection.Request;
import io.kubehop.scenarios.connection.Source;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.load.LoadedObject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One step of a scenario: one action, and what is expected of it. A closed family. */
public sealed interface Step {

  /** Its place and time, and what it is called. */
  Header header();

  /** What is done. */
  Action action();

  /** What a step can do, as it is named in scenario files. */
  enum Action {
    /** {@link Send}. */
    SEND,
    /** {@link Resolve}. */
    RESOLVE,
    /** {@link Apply}. */
    APPLY,
    /** {@link Delete}. */
    DELETE,
    /** {@link Fail}. */
    FAIL,
    /** {@link Recover}. */
    RECOVER,
    /** {@link Ready}. */
    READY,
    /** {@link Wait}. */
    WAIT,
    /** {@link Get}. */
    GET,
    /** {@link Traffic}. */
    TRAFFIC;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What every step has.
   *
   * @param path where it stands in its document, such as {@code steps[3]}
   * @param name what it is called; where it has no name, its path
   * @param at the virtual time at which it runs; absent: when the step before it has settled
   * @param error parts of the message with which it has to fail; empty: it has to succeed
   */
  record Header(String path, String name, Optional<Duration> at, List<String> error) {
    /** Copies the list. */
    public Header {
      error = List.copyOf(error);
    }
  }

  /** Connections are made. */
  record Send(Header header, Request request, ConnectionExpectation expect) implements Step {
    @Override
    public Action action() {
      return Action.SEND;
    }
  }

  /**
   * A name is looked up.
   *
   * @param from who asks
   * @param name the name; a final dot keeps the search list out
   * @param type the record type, such as {@code A}
   * @param libc whose resolver asks; absent: what the Pod says
   */
  record Resolve(
      Header header,
      Source from,
      String name,
      String type,
      Optional<Libc> libc,
      LookupExpectation expect)
      implements Step {
    @Override
    public Action action() {
      return Action.RESOLVE;
    }
  }

  /** Objects are created or replaced. */
  record Apply(Header header, List<LoadedObject> objects) implements Step {
    /** Copies the list. */
    public Apply {
      objects = List.copyOf(objects);
    }

    @Override
    public Action action() {
      return Action.APPLY;
    }
  }

  /** Objects are deleted. */
  record Delete(Header header, List<ObjectKey> keys) implements Step {
    /** Copies the list. */
    public Delete {
      keys = List.copyOf(keys);
    }

    @Override
    public Action action() {
      return Action.DELETE;
    }
  }

  /** Something fails. */
  record Fail(Header header, Part part) implements Step {
    @Override
    public Action action() {
      return Action.FAIL;
    }
  }

  /** Something that failed works again. */
  record Recover(Header header, Part part) implements Step {
    @Override
    public Action action() {
      return Action.RECOVER;
    }
  }

  /** A Pod becomes ready, or stops being so. */
  record Ready(Header header, ObjectKey pod, boolean value) implements Step {
    @Override
    public Action action() {
      return Action.READY;
    }
  }

  /** Time passes. */
  record Wait(Header header, Duration duration) implements Step {
    @Override
    public Action action() {
      return Action.WAIT;
    }
  }

  /** An object is looked at. */
  record Get(Header header, ObjectKey key, ObjectExpectation expect) implements Step {
    @Override
    public Action action() {
      return Action.GET;
    }
  }

  /** Connections are made in the background for a while. */
  record Traffic(Header header, TrafficSpec traffic, TrafficExpectation expect) implements Step {
    @Override
    public Action action() {
      return Action.TRAFFIC;
    }
  }
}
