import { hostOf, type JudgedFleet } from '../../../judged-fleet.ts';
import { rangesOf } from '../../../locks/lock-report.ts';
import { releaseStep } from '../../catalogue/lock-codes.ts';
import type { StepsFor } from '../../steps.ts';

/** The steps, and how the range of a host is given back that holds it by a lock: nobody else can take it till then. */
export function andRelease(steps: StepsFor, fleet: JudgedFleet): StepsFor {
  return (about, sql) => {
    const ranges = rangesOf(about.hosts.flatMap((host) => hostOf(fleet, host).locks));
    return [...steps(about, sql), ...(ranges.length === 0 ? [] : [releaseStep({ ...about, ranges })])];
  };
}
