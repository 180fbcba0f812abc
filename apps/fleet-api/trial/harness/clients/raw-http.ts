import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What came back over one connection, and whether the server was done with it in time. */
export type RawAnswer = { readonly text: string; readonly isHung: boolean };

/** What a server may take to answer; it drops what it has not answered when the client says that it is done. */
const THINKING_MS = 40;
/** No end after this long is a client left hanging. */
const HANGING_MS = 6000;

/**
 * Sends bytes as they are, in pieces, and reads until the server closes. A client that `hangsUp` says a moment
 * later that no more will come.
 */
export async function sendRaw(port: number, pieces: readonly Buffer[], hangsUp = false): Promise<RawAnswer> {
  const socket = connect(port, '127.0.0.1');
  const received: Buffer[] = [];
  socket.on('data', (chunk) => received.push(chunk));
  // A server that refuses what we say may close before we have said it all.
  socket.on('error', () => {});
  const closed = new Promise<false>((resolve) => socket.once('close', () => resolve(false)));
  await once(socket, 'connect');
  for (const piece of pieces) {
    if (socket.writable) socket.write(piece);
    await sleep(0);
  }
  if (hangsUp) {
    await Promise.race([closed, sleep(THINKING_MS)]);
    socket.end();
  }
  const timer = new AbortController();
  const isHung = await Promise.race([
    closed,
    sleep(HANGING_MS, true, { signal: timer.signal }).catch(() => true),
  ]);
  timer.abort();
  socket.destroy();
  return { text: Buffer.concat(received).toString('latin1'), isHung };
}

/** The status codes of all answers in what was received. */
export function statusesOf({ text }: RawAnswer): number[] {
  return [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map((match) => Number(match[1]));
}
