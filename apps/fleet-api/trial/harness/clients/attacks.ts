import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Opens a connection whose answers are read and thrown away. */
async function openSocket(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  socket.resume();
  await once(socket, 'connect');
  return socket;
}

function closing(socket: Socket): Promise<unknown> {
  return new Promise((resolve) => socket.once('close', resolve));
}

const request = (path: string, headers = '') => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${headers}\r\n`;

/** Requests for ranges that the assets do not have, each under a name of its own, from 20 sockets that wait for answers. */
export async function askForNoRange(port: number, asset: string, count: number): Promise<void> {
  const inARow = 4;
  const client = async (first: number) => {
    const socket = await openSocket(port);
    for (let i = first; i < count; i += 20 * inARow) {
      const names = Array.from({ length: inARow }, (_, j) => `${asset}?${i + j}`);
      socket.write(names.map((name) => request(name, 'Range: bytes=99999999-\r\n')).join(''));
      let received = '';
      while (received.split('HTTP/1.1 416').length <= inARow) received += String(await once(socket, 'data'));
    }
    socket.destroy();
  };
  await Promise.all(Array.from({ length: 20 }, (_, i) => client(i * inARow)));
}

/** Sockets that send `each` requests in a row. Resolves when all are closed. */
export async function pipeline(port: number, sockets: number, each: number): Promise<void> {
  const text = request('/api/fleet', 'Accept-Encoding: br\r\n').repeat(each);
  const client = async () => {
    const socket = await openSocket(port);
    const closed = closing(socket);
    socket.write(text);
    await closed;
  };
  await Promise.all(Array.from({ length: sockets }, client));
}

/** Sockets that have asked once and then keep still. */
export async function keepStill(port: number, count: number): Promise<Socket[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const socket = await openSocket(port);
      socket.write(request('/healthz'));
      await Promise.race([new Promise((resolve) => socket.once('data', resolve)), closing(socket)]);
      return socket;
    }),
  );
}
