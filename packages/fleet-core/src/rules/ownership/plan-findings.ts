import { type Finding, finding } from '../finding.ts';
import type { JudgedFleet } from '../judged-fleet.ts';

/** Ownership of another kind than was said to be planned at this stage. */
export function planFindings({ bucket_coverage, expectedOwnership }: JudgedFleet): Finding[] {
  const { mode } = bucket_coverage;
  const contradicts =
    (expectedOwnership === 'pinned' && mode === 'dynamic') ||
    (expectedOwnership === 'dynamic' && (mode === 'pinned' || mode === 'mixed'));
  if (!contradicts) return [];
  const message = `plan: ownership was to be ${expectedOwnership}, and is ${mode}`;
  return [
    finding('amber', 'plan_mismatch', `ownership is ${mode}, not ${expectedOwnership} as planned`, message),
  ];
}
