import { distinctSorted } from '../../../code-point-order.ts';
import { CATALOGUE } from '../../catalogue/catalogue.ts';
import { DELIVERER_SERVICE } from '../../steps.ts';
import type { Join } from '../draft.ts';

/** One question, who delivers, answered in several ways. */
export const joinDeliveryOwners: Join = (pool) => {
  const findings = pool.take('delivery_posture', 'delivery_owner_absent', 'delivery_owner_mismatch');
  const [first] = findings;
  if (first === undefined) return [];
  const hosts = distinctSorted(findings.flatMap((found) => found.hosts));
  return [
    {
      code: first.code,
      kind: 'host',
      ids: hosts,
      title: first.title,
      headline: `Who delivers is not clear: ${findings.map((found) => found.title).join('; ')}`,
      facts: findings.map((found) => found.message),
      findings,
      ranges: [],
      about: { hosts, service: DELIVERER_SERVICE },
      steps: CATALOGUE[first.code].steps,
    },
  ];
};
