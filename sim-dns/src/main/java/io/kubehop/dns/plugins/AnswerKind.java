package io.kubehop.dns.plugins;

import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.Header;
import io.kubehop.dns.message.RecordType;
import io.kubehop.dns.message.ResourceRecord;
import io.kubehop.dns.message.ResponseCode;

/** What kind of answer a message is (plugin/pkg/response/typify.go). */
enum AnswerKind {
  /** There is data, or at least no reason given why not. */
  NO_ERROR,
  /** The name does not exist. */
  NAME_ERROR,
  /** The server failed in a way that may be remembered for a moment. */
  SERVER_ERROR,
  /** The name exists, the type does not. */
  NO_DATA,
  /** Somebody else is to be asked. */
  DELEGATION,
  /** A notification or a transfer. */
  META,
  /** An update. */
  UPDATE,
  /** Any other error. */
  OTHER_ERROR;

  static AnswerKind of(DnsMessage message) {
    int opcode = message.header().opcode();
    if (opcode == Header.UPDATE) {
      return UPDATE;
    }
    boolean isTransfer = !message.questions().isEmpty() && message.question().type().isTransfer();
    return opcode == Header.NOTIFY || isTransfer ? META : ofAnswer(message);
  }

  private static AnswerKind ofAnswer(DnsMessage message) {
    ResponseCode rcode = message.rcode();
    boolean isSuccess = rcode.equals(ResponseCode.NOERROR);
    if (!message.answer().isEmpty()) {
      return withRecords(rcode);
    } else if (isSuccess) {
      return withoutRecords(message);
    } else if (rcode.equals(ResponseCode.NXDOMAIN)) {
      return NAME_ERROR;
    }
    return isServerError(rcode) ? SERVER_ERROR : OTHER_ERROR;
  }

  private static AnswerKind withRecords(ResponseCode rcode) {
    if (rcode.equals(ResponseCode.NOERROR)) {
      return NO_ERROR;
    }
    return isServerError(rcode) ? SERVER_ERROR : OTHER_ERROR;
  }

  private static AnswerKind withoutRecords(DnsMessage message) {
    if (ResourceRecord.hasType(message.authority(), RecordType.SOA)) {
      return NO_DATA;
    }
    return ResourceRecord.hasType(message.authority(), RecordType.NS) ? DELEGATION : NO_ERROR;
  }

  private static boolean isServerError(ResponseCode rcode) {
    return rcode.equals(ResponseCode.SERVFAIL) || rcode.equals(ResponseCode.NOTIMP);
  }
}
