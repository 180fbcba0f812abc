import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/** Where a request comes from, as far as that can be believed. */
export type OriginOfRequest = {
  /** Of the client; of the proxy where that is not trusted, or does not tell. */
  readonly address: string;
  /** Who the trusted proxy says it is. */
  readonly user: string | null;
  /** Whether the client came by https. */
  readonly isHttps: boolean;
};

/** Takes a proxy's headers from trusted addresses alone: everybody can send them. */
export function originOfRequest(
  { socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>,
  isTrusted: (address: string) => boolean,
): OriginOfRequest {
  const peer = plainAddress(socket.remoteAddress ?? '');
  if (!isTrusted(peer)) return { address: peer, user: null, isHttps: false };
  const user = textOf(headers['x-forwarded-user']);
  return {
    address: clientAddress(textOf(headers['x-forwarded-for']), isTrusted) ?? peer,
    user: user === '' ? null : user.slice(0, MOST_LETTERS),
    isHttps: textOf(headers['x-forwarded-proto']).toLowerCase() === 'https',
  };
}

const MOST_LETTERS = 64;

/** Each proxy adds at the end whom it was asked by: the last that is none of ours is the client. */
function clientAddress(forwarded: string, isTrusted: (address: string) => boolean): string | undefined {
  const hops = forwarded.split(',').map((hop) => plainAddress(hop.trim()));
  const client = hops.findLast((hop) => !isTrusted(hop));
  return client !== undefined && isIP(client) !== 0 ? client : undefined;
}

/** IPv4 in IPv6 is IPv4; a port is none of the address. */
function plainAddress(text: string): string {
  if (!text.includes(':')) return text;
  const [, bare = text] = /^\[(.*)\](?::\d+)?$/.exec(text) ?? /^([\d.]+):\d+$/.exec(text) ?? [];
  return bare.replace(/^::ffff:(?=[\d.]+$)/i, '');
}

function textOf(header: string | string[] | undefined): string {
  return (Array.isArray(header) ? header.join(', ') : (header ?? '')).trim();
}
