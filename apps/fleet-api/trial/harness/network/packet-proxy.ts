import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** What becomes of a packet of the MySQL protocol on its way. */
export type PacketFate = 'pass' | 'drop' | 'answer-ok';

/** A relay that understands the framing of the MySQL protocol, and may alter what is said. */
export type PacketProxy = { readonly host: string; readonly port: number; close(): Promise<void> };

/** Decides by a packet's content, without its header. Only a client's packet can be answered in the server's place. */
export type PacketRules = {
  readonly ofClient?: (payload: Buffer) => PacketFate;
  readonly ofServer?: (payload: Buffer) => Exclude<PacketFate, 'answer-ok'>;
};

const HEADER_BYTES = 4;
/** Nothing affected, no id, autocommit, no warning. */
const OK = Buffer.from([7, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0]);

/** Relays to `target` from a free port of 127.0.0.1, packet by packet. */
export async function startPacketProxy(
  target: { host: string; port: number },
  { ofClient = () => 'pass', ofServer = () => 'pass' }: PacketRules,
): Promise<PacketProxy> {
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(target);
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(one);
      one.on('error', () => {});
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
    eachPacket(client, (packet) => {
      const fate = ofClient(packet.subarray(HEADER_BYTES));
      if (fate === 'pass') upstream.write(packet);
      if (fate === 'answer-ok') client.write(OK);
    });
    eachPacket(upstream, (packet) => {
      if (ofServer(packet.subarray(HEADER_BYTES)) === 'pass') client.write(packet);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    host: '127.0.0.1',
    port: typeof address === 'object' && address !== null ? address.port : 0,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function eachPacket(socket: Socket, take: (packet: Buffer) => void): void {
  let rest = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= HEADER_BYTES && rest.length >= HEADER_BYTES + rest.readUIntLE(0, 3)) {
      const end = HEADER_BYTES + rest.readUIntLE(0, 3);
      take(rest.subarray(0, end));
      rest = rest.subarray(end);
    }
  });
}
