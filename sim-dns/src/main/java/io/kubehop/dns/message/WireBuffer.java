package io.kubehop.dns.message;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DNAMERecord;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.Section;

/**
 * Puts a message together, with names compressed or not (RFC 1035, 4.1.4). It follows the Go
 * library of CoreDNS where the RFC leaves a choice: names are shared only in the same spelling, and
 * names inside of newer records are written in full but may be pointed to.
 */
final class WireBuffer {
  private static final int FIXED_LENGTH = 10;
  private static final int LARGEST_POINTER = 0x3fff;
  private static final int POINTER = 0xc000;

  private final Map<String, Integer> offsets = new LinkedHashMap<>();
  private final boolean compresses;
  private byte[] bytes = new byte[DnsPacket.CLASSIC_SIZE];
  private int length;

  WireBuffer(boolean compresses) {
    this.compresses = compresses;
  }

  void writeShort(int value) {
    writeBytes(new byte[] {(byte) (value >>> 8), (byte) value});
  }

  void writeInt(long value) {
    writeShort((int) (value >>> 16));
    writeShort((int) value);
  }

  private void writeBytes(byte[] more) {
    if (length + more.length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more.length));
    }
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
  }

  /** Writes a name, the end of it as a pointer if it stands in the message already. */
  void writeName(Name name, boolean mayPoint) {
    for (int label = 0; label < name.labels() - 1; label++) {
      String rest = compresses ? new Name(name, label).toString() : "";
      Integer known = offsets.get(rest);
      if (known != null && mayPoint) {
        writeShort(POINTER | known);
        return;
      } else if (compresses && known == null && length <= LARGEST_POINTER) {
        offsets.put(rest, length);
      }
      writeBytes(name.getLabel(label));
    }
    writeBytes(new byte[1]);
  }

  void writeRecord(Record content) {
    writeName(content.getName(), true);
    writeShort(content.getType());
    writeShort(content.getDClass());
    writeInt(content.getTTL());
    int start = length;
    writeShort(0);
    writeData(content);
    int dataLength = length - start - 2;
    bytes[start] = (byte) (dataLength >>> 8);
    bytes[start + 1] = (byte) dataLength;
  }

  private void writeData(Record content) {
    if (content instanceof CNAMERecord cname) {
      writeName(cname.getTarget(), true);
    } else if (content instanceof NSRecord ns) {
      writeName(ns.getTarget(), true);
    } else if (content instanceof PTRRecord ptr) {
      writeName(ptr.getTarget(), true);
    } else if (content instanceof MXRecord mx) {
      writeShort(mx.getPriority());
      writeName(mx.getTarget(), true);
    } else if (content instanceof DNAMERecord dname) {
      writeName(dname.getTarget(), false);
    } else if (content instanceof SRVRecord srv) {
      writeShort(srv.getPriority());
      writeShort(srv.getWeight());
      writeShort(srv.getPort());
      writeName(srv.getTarget(), false);
    } else if (content instanceof SOARecord soa) {
      writeStart(soa);
    } else {
      writeBytes(plainData(content));
    }
  }

  private void writeStart(SOARecord soa) {
    writeName(soa.getHost(), true);
    writeName(soa.getAdmin(), true);
    writeInt(soa.getSerial());
    writeInt(soa.getRefresh());
    writeInt(soa.getRetry());
    writeInt(soa.getExpire());
    writeInt(soa.getMinimum());
  }

  /** The data as the library writes it, which is in full. */
  static byte[] plainData(Record content) {
    byte[] wire = content.toWire(Section.ANSWER);
    return Arrays.copyOfRange(wire, content.getName().length() + FIXED_LENGTH, wire.length);
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }
}
