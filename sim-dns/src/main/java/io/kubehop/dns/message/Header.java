package io.kubehop.dns.message;

import java.util.ArrayList;
import java.util.List;

/**
 * The header of a message (RFC 1035, 4.1.1), without the counts.
 *
 * @param id what ties an answer to its question, 0 to 65535
 * @param flags the bits of {@link Flag}
 * @param opcode the kind of question; 0 is a query
 * @param rcode how it went
 */
public record Header(int id, int flags, int opcode, ResponseCode rcode) {
  /** The code of a standard query. */
  public static final int QUERY = 0;

  /** The code of a notification (RFC 1996). */
  public static final int NOTIFY = 4;

  /** The code of an update (RFC 2136). */
  public static final int UPDATE = 5;

  /** The header of a query that wants recursion, as resolvers send it. */
  public static Header query(int id) {
    return new Header(id, Flag.RD.bit(), QUERY, ResponseCode.NOERROR);
  }

  /** Whether a bit is set. */
  public boolean has(Flag flag) {
    return (flags & flag.bit()) != 0;
  }

  /** This header with a bit set or cleared. */
  public Header with(Flag flag, boolean set) {
    int changed = set ? flags | flag.bit() : flags & ~flag.bit();
    return changed == flags ? this : new Header(id, changed, opcode, rcode);
  }

  /** This header with another code. */
  public Header with(ResponseCode other) {
    return other.equals(rcode) ? this : new Header(id, flags, opcode, other);
  }

  /** This header with another id. */
  public Header withId(int other) {
    return new Header(other, flags, opcode, rcode);
  }

  /** The bits that are set, in the order of the header. */
  public List<Flag> flagList() {
    List<Flag> set = new ArrayList<>();
    for (Flag flag : Flag.values()) {
      if (has(flag)) {
        set.add(flag);
      }
    }
    return set;
  }
}
