import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import type { ReaderAccess } from 'fleet-lab/database/lab-database';
import { listen } from './listen.ts';
import { alterBytes, type NetworkFault } from './network-fault.ts';

/** A TCP relay in front of a database server, whose network can be made to fail. */
export type FaultProxy = {
  /** The reader's access, through the relay. */
  readonly reader: ReaderAccess;
  /** From now on the network is like this, for connections that exist as well. Broken ones stay broken. */
  set(fault: NetworkFault): Promise<void>;
  /** From now on new connections lead to another server; those that exist stay where they are. */
  switchTo(target: Address): void;
  /** How many connections clients have tried to make through it, refused ones not included. */
  connectionsMade(): number;
  /** How many clients hold a connection now, and the most there were at one time. */
  connectionsOpen(): number;
  mostConnectionsOpen(): number;
  close(): Promise<void>;
};

type Address = { readonly host: string; readonly port: number };

type Link = { readonly client: Socket; readonly upstream: Socket; isDead: boolean; bytesDown: number };

/**
 * Relays from a port of 127.0.0.1 to where the reader has its server. Whoever lets it refuse gives it a `freePort`: any
 * other is anybody's meanwhile.
 */
export async function startFaultProxy(reader: ReaderAccess, ownPort = 0): Promise<FaultProxy> {
  let target: Address = reader;
  const links = new Set<Link>();
  let fault: NetworkFault = { kind: 'pass' };
  let made = 0;
  let most = 0;
  const server = createServer((client) => {
    made += 1;
    if (fault.kind === 'reset') return void client.resetAndDestroy();
    const link: Link = {
      client,
      upstream: connect({ host: target.host, port: target.port }),
      isDead: fault.kind === 'black-hole',
      bytesDown: 0,
    };
    links.add(link);
    // What closed before this one was opened is still to be heard of.
    setImmediate(() => {
      const open = [...links].filter((one) => !one.client.readableEnded && !one.client.destroyed);
      most = Math.max(most, open.length);
    });
    client.on('data', (chunk) => relay(link, link.upstream, chunk));
    link.upstream.on('data', (chunk) => relayDown(link, chunk));
    tieTogether(link);
  });

  function relay(link: Link, to: Socket, chunk: Buffer): void {
    if (link.isDead || fault.kind === 'black-hole') link.isDead = true;
    else if (fault.kind === 'delay') setTimeout(() => to.writable && to.write(chunk), fault.delayMs);
    else to.write(chunk);
  }

  function relayDown(link: Link, chunk: Buffer): void {
    const { bytes, next } = alterBytes(fault, link.bytesDown, chunk);
    link.bytesDown += chunk.length;
    if (bytes.length > 0) relay(link, link.client, bytes);
    if (next === 'stall') link.isDead = true;
    if (next === 'end') link.client.end();
  }

  function tieTogether(link: Link): void {
    const { client, upstream } = link;
    for (const end of [client, upstream]) end.on('error', () => {});
    client.on('close', () => {
      links.delete(link);
      upstream.destroy();
    });
    upstream.on('close', () => {
      if (!link.isDead) client.end();
    });
  }

  const port = await listen(server, ownPort);
  return {
    reader: { ...reader, host: '127.0.0.1', port },
    async set(next) {
      const wasRefusing = fault.kind === 'refuse';
      fault = next;
      for (const link of links) {
        link.bytesDown = 0;
        if (next.kind === 'reset') link.client.resetAndDestroy();
        if (next.kind === 'refuse') link.client.destroy();
      }
      if (next.kind === 'refuse' && !wasRefusing) server.close();
      if (next.kind !== 'refuse' && wasRefusing) await listen(server, port);
    },
    switchTo(next) {
      target = next;
    },
    connectionsMade: () => made,
    connectionsOpen: () => links.size,
    mostConnectionsOpen: () => most,
    async close() {
      for (const { client, upstream } of links) {
        client.destroy();
        upstream.destroy();
      }
      if (!server.listening) return;
      server.close();
      await once(server, 'close');
    },
  };
}
