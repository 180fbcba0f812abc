import type { AccountPrivileges, Privilege } from 'fleet-core/domain/account-privileges';
import type { Finding } from './finding.ts';

/**
 * Whether the account may do what the dashboard needs, and nothing else; null when that could not be read. What to grant or
 * revoke is told as statements for whoever owns the account. `denied` names what it was not let read.
 */
export function accountFinding(
  found: AccountPrivileges | null,
  database: string,
  user: string,
  denied: readonly string[] = [],
): Finding {
  const subject = 'account';
  if (found === null) return { kind: 'advice', subject, fact: 'its privileges could not be read' };
  const { account, beyond_reading: beyond } = found;
  const grant = `GRANT SELECT ON \`${database}\`.* TO ${account};`;
  if (denied.length > 0) {
    return {
      kind: 'problem',
      subject,
      fact: `${user} may not read all: ${denied.join(', ')}`,
      remedy: grant,
    };
  }
  if (beyond.length === 0) return { kind: 'well', subject, fact: `${user} may do nothing but read` };
  const names = [...new Set(beyond.map(({ privilege }) => privilege))].sort();
  return {
    kind: 'advice',
    subject,
    fact: `${user} may do more than read: ${names.join(', ')}`,
    remedy: [
      'The dashboard needs SELECT alone; give it an account of its own, or take from this one what it has beyond:',
      ...revocations(beyond, account),
      grant,
    ].join('\n'),
  };
}

function revocations(beyond: readonly Privilege[], account: string): string[] {
  const places = [...new Set(beyond.map(({ on }) => on))];
  return places.map((place) => {
    const own = beyond.filter(({ on }) => on === place).map(({ privilege }) => privilege);
    return `REVOKE ${own.join(', ')} ON ${place} FROM ${account};`;
  });
}
