import { countText } from 'fleet-core/rules/text/count-text';
import type { Config } from '../config.ts';
import { isOpenToNetwork } from '../settings/bind-address.ts';
import type { Finding } from './finding.ts';

/** Who can reach the dashboard with these settings, and whether it asks who they are. */
export function accessFinding({ listen, access }: Pick<Config, 'listen' | 'access'>): Finding {
  const subject = 'access';
  const place = `${listen.host.includes(':') ? `[${listen.host}]` : listen.host}:${listen.port}`;
  const isOpen = isOpenToNetwork(listen.host);
  const reach = `${place}, which ${isOpen ? 'others can reach' : 'only this machine can reach'}`;
  const { tokens } = access;
  if (tokens !== undefined) {
    const fact = `${reach}; whoever asks must have one of ${countText(tokens.length, 'token')}`;
    return { kind: 'well', subject, fact };
  }
  const fact = `${reach}; nobody is asked who they are`;
  if (!isOpen) return { kind: 'well', subject, fact };
  const remedy =
    'Listen on 127.0.0.1 behind a proxy that asks, or ask for tokens with DASHBOARD_AUTH_TOKEN_FILE.';
  return { kind: 'advice', subject, fact, remedy };
}
