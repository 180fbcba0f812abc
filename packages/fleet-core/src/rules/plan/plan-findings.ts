import { type Finding, finding } from '../finding.ts';
import type { JudgedFleet } from '../judged-fleet.ts';
import { memberFindings } from './member-findings.ts';
import { rangeFindings } from './range-findings.ts';
import { retiredFindings } from './retired-findings.ts';
import { stageFindings } from './stage-findings.ts';

/** Whatever is otherwise than was planned, and a plan that cannot be read. */
export function planFindings(fleet: JudgedFleet): Finding[] {
  const { plan } = fleet.plan;
  return [
    ...stageFindings(fleet),
    ...(plan === null
      ? []
      : [...memberFindings(fleet, plan), ...rangeFindings(fleet, plan), ...retiredFindings(fleet, plan)]),
    ...unreadable(fleet),
  ];
}

function unreadable({ plan: { file, plan, fault } }: JudgedFleet): Finding[] {
  if (fault === null) return [];
  const title = `the plan in ${file} cannot be read`;
  const instead = plan === null ? 'there is no plan' : 'the last plan that could be read counts';
  const headline = `${title}: ${fault}; ${instead}`;
  return [finding('amber', 'plan_unreadable', title, `plan: ${file}: ${fault}; ${instead}`, { headline })];
}
