package io.kubehop.scenarios.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.DnsPacket;
import io.kubehop.dns.message.DomainName;
import io.kubehop.dns.message.Header;
import io.kubehop.dns.message.Question;
import io.kubehop.dns.message.RecordType;
import io.kubehop.dns.message.ResponseCode;
import io.kubehop.scenarios.ClusterSimulation;
import io.kubehop.scenarios.cluster.DnsGate;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LoopbackServerTest {
  private static final String CART =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: cart, namespace: shop}
      spec: {clusterIP: 10.96.0.12, ports: [{port: 80}]}
      """;
  private static final String NAME = "cart.shop.svc.cluster.local.";

  private final List<Served> log = Collections.synchronizedList(new ArrayList<>());
  private DnsGate gate;
  private LoopbackServer server;

  @BeforeEach
  void open() throws IOException {
    ClusterSimulation cluster = ClusterSimulation.fromYaml(CART);
    gate = cluster.dnsGate(cluster.anySource());
    server = LoopbackServer.open(gate, 0, log::add);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private static byte[] query(int id) {
    Question question = new Question(DomainName.of(NAME), RecordType.A);
    return DnsPacket.of(DnsMessage.query(Header.query(id), question, null), DnsPacket.LARGEST_SIZE)
        .toBytes();
  }

  private DnsMessage byDatagram(DatagramSocket socket, byte[] message) throws Exception {
    send(socket, message);
    DatagramPacket answer = new DatagramPacket(new byte[4096], 4096);
    socket.setSoTimeout(10_000);
    socket.receive(answer);
    return DnsPacket.ofBytes(Arrays.copyOf(answer.getData(), answer.getLength())).message();
  }

  private void send(DatagramSocket socket, byte[] message) throws IOException {
    socket.send(new DatagramPacket(message, message.length, server.address()));
  }

  @Test
  void answers_a_datagram() throws Exception {
    try (DatagramSocket socket = new DatagramSocket()) {
      DnsMessage answer = byDatagram(socket, query(7));

      assertThat(answer.header().id()).isEqualTo(7);
      assertThat(answer.answer()).hasToString("[" + NAME + " 5 IN A 10.96.0.12]");
    }
    assertThat(log).hasSize(1);
    assertThat(QueryLog.text(log.get(0)))
        .endsWith(" udp " + NAME + " IN A: NOERROR qr,aa,rd, 1 answer\n");
    assertThat(QueryLog.json(log.get(0)))
        .contains("\"answers\": [\"" + NAME + " 5 IN A 10.96.0.12\"]");
  }

  @Test
  void answers_several_messages_on_one_connection() throws Exception {
    try (Socket socket = new Socket()) {
      socket.connect(server.address());
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      DataInputStream in = new DataInputStream(socket.getInputStream());
      for (int id = 1; id <= 3; id++) {
        byte[] query = query(id);
        out.writeShort(query.length);
        out.write(query);
        byte[] answer = new byte[in.readUnsignedShort()];
        in.readFully(answer);
        assertThat(DnsPacket.ofBytes(answer).message().header().id()).isEqualTo(id);
      }
    }
  }

  @Test
  void noise_and_half_messages_leave_it_unmoved() throws Exception {
    Random random = new Random(1);
    try (DatagramSocket noisy = new DatagramSocket();
        DatagramSocket polite = new DatagramSocket();
        Socket silent = new Socket()) {
      silent.connect(server.address());
      silent.getOutputStream().write(new byte[] {0, 100, 1, 2, 3});
      for (int i = 0; i < 300; i++) {
        byte[] noise = new byte[random.nextInt(100)];
        random.nextBytes(noise);
        send(noisy, noise);
      }

      Thread.sleep(500); // what does not fit into the kernel's buffer would be lost
      assertThat(byDatagram(polite, query(9)).answer()).hasSize(1);
    }
  }

  @Test
  void a_message_that_ends_too_early_is_a_format_error() throws Exception {
    try (DatagramSocket socket = new DatagramSocket()) {
      DnsMessage answer = byDatagram(socket, Arrays.copyOf(query(3), 20));

      assertThat(answer.rcode()).isEqualTo(ResponseCode.FORMERR);
    }
  }

  @Test
  void a_port_that_is_taken_is_an_error() {
    int port = server.address().getPort();

    assertThatThrownBy(() -> LoopbackServer.open(gate, port, served -> {}))
        .isInstanceOf(IOException.class);
  }
}
