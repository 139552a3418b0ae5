package io.kubehop.core.nftables.set;

import io.kubehop.core.nftables.value.Key;
import io.kubehop.core.time.Digestible;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.RefCell;
import io.kubehop.core.time.StateDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set as it stands on one host: packets add elements, and elements disappear by themselves
 * (net/netfilter/nft_dynset.c, nft_set_hash.c).
 */
public final class DynamicSet implements Digestible {
  private final NftSet origin;
  private final RefCell<Elements> elements;

  /**
   * Loads a set on a host.
   *
   * @param now the virtual time, from which its elements' times count
   */
  public DynamicSet(Journal journal, NftSet origin, long now) {
    this.origin = origin;
    Elements loaded = Elements.NONE;
    for (SetElement element : origin.elements().list()) {
      long timeout = element.timeout() > 0 ? element.timeout() : origin.header().timeout();
      long left = element.expires() >= 0 ? element.expires() : timeout;
      loaded = loaded.with(element.until(SetElement.deadline(left, now)));
    }
    this.elements = new RefCell<>(journal, loaded);
  }

  /** The set as it was loaded. */
  public NftSet origin() {
    return origin;
  }

  /** The element that holds a key now, or null. */
  public @Nullable SetElement find(Key key, long now) {
    SetElement found = elements.get().find(key);
    return found == null || found.isGone(now) ? null : found;
  }

  /** The elements that are there now. */
  public List<SetElement> list(long now) {
    return elements.get().list().stream().filter(element -> !element.isGone(now)).toList();
  }

  /**
   * Adds an element.
   *
   * @param timeout in milliseconds; 0 for the set's own
   * @return false if the set is full
   */
  public boolean add(SetElement element, long timeout, long now) {
    int size = origin.header().size();
    if (size > 0 && elements.get().size() >= size) {
      purge(now);
      if (elements.get().size() >= size) {
        return false;
      }
    }
    elements.set(elements.get().with(element.until(deadline(timeout, now))));
    return true;
  }

  /** Lets an element stay for its whole time again. */
  public void refresh(SetElement element, long timeout, long now) {
    long deadline = deadline(timeout, now);
    if (deadline >= 0) {
      elements.set(elements.get().with(element.until(deadline)));
    }
  }

  private long deadline(long timeout, long now) {
    return SetElement.deadline(timeout > 0 ? timeout : origin.header().timeout(), now);
  }

  /** Takes an element out. */
  public void remove(SetElement element) {
    elements.set(elements.get().without(element.key()));
  }

  private void purge(long now) {
    for (SetElement element : elements.get().list()) {
      if (element.isGone(now)) {
        remove(element);
      }
    }
  }

  @Override
  public void digestTo(StateDigest digest) {
    for (SetElement element : elements.get().list()) {
      digest.add(element.key().from().toString()).add(element.deadline());
    }
  }
}
