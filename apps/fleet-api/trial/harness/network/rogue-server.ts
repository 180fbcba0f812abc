import { constants, generateKeyPairSync, privateDecrypt } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { KeyPair } from './make-authority.ts';

/** Answers in a database's place and asks for the password in every way that the protocol has. */
export type RogueServer = {
  readonly host: string;
  readonly port: number;
  /** Every password that it could make out of what it was sent, as text or by its own key. */
  recovered(): string[];
  /** How many clients have answered its greeting. */
  answers(): number;
  close(): Promise<void>;
};

export type RogueOptions = {
  /** How it asks, such as `caching_sha2_password`. */
  readonly plugin: string;
  /** Names the plugin in its greeting, or only when it asks the client to switch to it. */
  readonly asks: 'at-once' | 'later';
  /** Offers TLS with this certificate. */
  readonly certificate?: KeyPair | undefined;
};

const SCRAMBLE = Buffer.from('abcdefghijklmnopqrst');
/** Protocol 4.1, secure connection, plugins, a database by name. */
const FLAGS = 0x0008_8208;
const CLIENT_SSL = 0x0800;
const TLS_REQUEST_BYTES = 32;
const FULL_AUTHENTICATION = Buffer.from([1, 4]);
/** A client that is asked again and again answers for as long as it may. */
const MOST_ANSWERS = 6;
/** What a key of 2,048 bits encrypts is this long. */
const ENCRYPTED_BYTES = 256;

/** Listens on a free port of 127.0.0.1. */
export async function startRogueServer(options: RogueOptions): Promise<RogueServer> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = publicKey.export({ type: 'spki', format: 'pem' });
  const heard: Buffer[] = [];
  let answers = 0;

  /** Talks to one client from the packet `sequence` on; each of its packets is taken as another answer. */
  function talk(stream: Socket, sequence: number, onTls: (begun: Buffer) => void): void {
    let step = 0;
    const say = (payload: Buffer, after: number) => stream.write(packet(after + 1, payload));
    stream.on('error', () => {});
    stream.on('data', (chunk) => {
      const end = 4 + chunk.readUIntLE(0, 3);
      const [at, payload] = [chunk[3] ?? 0, chunk.subarray(4, end)];
      if (step === 0 && payload.length === TLS_REQUEST_BYTES) return onTls(chunk.subarray(end));
      heard.push(payload);
      step += 1;
      if (step === MOST_ANSWERS) return void stream.destroy();
      if (step === 1) answers += 1;
      if (step === 1 && !payload.includes(options.plugin))
        return void say(Buffer.from(`\xfe${options.plugin}\0${SCRAMBLE}\0`, 'latin1'), at);
      const wantsKey = payload.equals(Buffer.from([2])) || payload.equals(Buffer.from([1]));
      say(wantsKey ? Buffer.concat([Buffer.from([1]), Buffer.from(pem)]) : FULL_AUTHENTICATION, at);
      return undefined;
    });
    if (sequence === 0) stream.write(packet(0, greeting(options)));
  }

  const server = createServer((socket) => {
    const { certificate } = options;
    talk(socket, 0, (begun) => {
      if (certificate === undefined) return void socket.destroy();
      socket.removeAllListeners('data');
      socket.pause();
      if (begun.length > 0) socket.unshift(begun);
      const [cert, key] = [readFileSync(certificate.certFile), readFileSync(certificate.keyFile)];
      return talk(new TLSSocket(socket, { isServer: true, cert, key }), 2, () => {});
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();

  const decrypted = (payload: Buffer): string => {
    if (payload.length !== ENCRYPTED_BYTES) return '';
    try {
      const padding = constants.RSA_PKCS1_OAEP_PADDING;
      const masked = privateDecrypt({ key: privateKey, padding, oaepHash: 'sha1' }, payload);
      return masked.map((byte, i) => byte ^ (SCRAMBLE[i % SCRAMBLE.length] ?? 0)).toString();
    } catch {
      return '';
    }
  };
  return {
    host: '127.0.0.1',
    port: typeof address === 'object' && address !== null ? address.port : 0,
    recovered: () => heard.flatMap((payload) => [payload.toString('latin1'), decrypted(payload)]),
    answers: () => answers,
    async close() {
      server.close();
      await once(server, 'close');
    },
  };
}

function packet(sequence: number, payload: Buffer): Buffer {
  const header = Buffer.from([0, 0, 0, sequence]);
  header.writeUIntLE(payload.length, 0, 3);
  return Buffer.concat([header, payload]);
}

function greeting({ plugin, asks, certificate }: RogueOptions): Buffer {
  const flags = FLAGS | (certificate === undefined ? 0 : CLIENT_SSL);
  const named = asks === 'at-once' ? plugin : 'mysql_native_password';
  return Buffer.concat([
    Buffer.from('\x0a8.0.36\0'),
    Buffer.from([1, 0, 0, 0]),
    SCRAMBLE.subarray(0, 8),
    Buffer.from([0, flags & 0xff, (flags >> 8) & 0xff, 45, 2, 0, (flags >> 16) & 0xff, flags >> 24, 21]),
    Buffer.alloc(10),
    SCRAMBLE.subarray(8),
    Buffer.from(`\0${named}\0`),
  ]);
}
