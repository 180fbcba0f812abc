import { BlockList, isIP } from 'node:net';
import * as z from 'zod/mini';

/** Whether an address is one of a proxy whose word is taken for who asks, and from where. */
export type TrustedProxies = { readonly text: string; readonly has: (address: string) => boolean };

const WHAT_IT_IS = 'is no list of addresses or networks, such as "127.0.0.1, 10.1.0.0/16"';
/** Shorter prefixes are not the addresses of proxies. */
const SHORTEST_PREFIX = 8;

export const TrustedProxies = z.pipe(
  z.string(),
  z.transform((text, context): TrustedProxies => {
    const list = new BlockList();
    for (const entry of text.split(/[\s,]+/).filter((one) => one !== '')) {
      const fault = add(list, entry);
      if (fault !== undefined)
        context.issues.push({ code: 'custom', input: text, message: `${JSON.stringify(entry)} ${fault}` });
    }
    return { text, has: (address) => isIP(address) !== 0 && list.check(address, familyOf(address)) };
  }),
);

export const NO_PROXIES: TrustedProxies = { text: '', has: () => false };

function add(list: BlockList, entry: string): string | undefined {
  const [address = '', prefix, ...more] = entry.split('/');
  if (isIP(address) === 0 || more.length > 0) return WHAT_IT_IS;
  if (prefix === undefined) {
    list.addAddress(address, familyOf(address));
    return undefined;
  }
  const most = isIP(address) === 4 ? 32 : 128;
  if (!/^\d{1,3}$/.test(prefix) || Number(prefix) > most) return WHAT_IT_IS;
  if (Number(prefix) < SHORTEST_PREFIX)
    return 'would trust nearly everybody: name the addresses of your proxies';
  list.addSubnet(address, Number(prefix), familyOf(address));
  return undefined;
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}
