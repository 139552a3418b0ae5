package io.kubehop.dns.message;

import org.jspecify.annotations.Nullable;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DNAMERecord;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.NAPTRRecord;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.SRVRecord;

/** The name inside of a record that points elsewhere: of those types that a rewrite may change. */
final class Targets {
  private Targets() {}

  static @Nullable Name of(Record record) {
    if (record instanceof CNAMERecord cname) {
      return cname.getTarget();
    } else if (record instanceof SRVRecord srv) {
      return srv.getTarget();
    } else if (record instanceof PTRRecord ptr) {
      return ptr.getTarget();
    } else if (record instanceof NSRecord ns) {
      return ns.getTarget();
    } else if (record instanceof MXRecord mx) {
      return mx.getTarget();
    } else if (record instanceof DNAMERecord dname) {
      return dname.getTarget();
    } else if (record instanceof SOARecord soa) {
      return soa.getHost();
    }
    return record instanceof NAPTRRecord naptr ? naptr.getReplacement() : null;
  }

  static Record replace(Record record, Name target) {
    Name owner = record.getName();
    int dclass = record.getDClass();
    long ttl = record.getTTL();
    if (record instanceof CNAMERecord) {
      return new CNAMERecord(owner, dclass, ttl, target);
    } else if (record instanceof SRVRecord srv) {
      return new SRVRecord(
          owner, dclass, ttl, srv.getPriority(), srv.getWeight(), srv.getPort(), target);
    } else if (record instanceof PTRRecord) {
      return new PTRRecord(owner, dclass, ttl, target);
    } else if (record instanceof NSRecord) {
      return new NSRecord(owner, dclass, ttl, target);
    } else if (record instanceof MXRecord mx) {
      return new MXRecord(owner, dclass, ttl, mx.getPriority(), target);
    } else if (record instanceof DNAMERecord) {
      return new DNAMERecord(owner, dclass, ttl, target);
    } else if (record instanceof SOARecord soa) {
      return replaceServer(soa, target);
    } else if (record instanceof NAPTRRecord naptr) {
      return new NAPTRRecord(
          owner,
          dclass,
          ttl,
          naptr.getOrder(),
          naptr.getPreference(),
          naptr.getFlags(),
          naptr.getService(),
          naptr.getRegexp(),
          target);
    }
    throw new IllegalArgumentException(record + " points to nothing");
  }

  private static Record replaceServer(SOARecord soa, Name server) {
    return new SOARecord(
        soa.getName(),
        soa.getDClass(),
        soa.getTTL(),
        server,
        soa.getAdmin(),
        soa.getSerial(),
        soa.getRefresh(),
        soa.getRetry(),
        soa.getExpire(),
        soa.getMinimum());
  }
}
