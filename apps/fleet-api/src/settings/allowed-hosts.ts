import { isIPv6 } from 'node:net';
import * as z from 'zod/mini';
import { hostName } from '../host-name.ts';

/** Names that the dashboard goes by, in lower case; one with a leading dot stands for all below it as well. */
export const AllowedHosts = z.pipe(
  z.pipe(
    z.string(),
    z.transform((text) =>
      text
        .split(/[\s,]+/)
        .filter((entry) => entry !== '')
        .map(toAllowedHost),
    ),
  ),
  z.array(z.string('is no list of host names without ports, such as "fleet.example, .internal.example"')),
);

function toAllowedHost(entry: string): string | undefined {
  const isDomain = entry.startsWith('.');
  const bare = isDomain ? entry.slice(1) : entry;
  if (isIPv6(bare)) return hostName(`[${bare}]`);
  const hasPort = !/^(?:\[.*\]|[^:]*)$/.test(bare);
  const name = hasPort ? undefined : hostName(bare);
  return name !== undefined && isDomain ? `.${name}` : name;
}
