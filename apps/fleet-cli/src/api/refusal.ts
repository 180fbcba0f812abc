import { FleetProblem, Problem } from 'fleet-core/contract/answers/problem';

/** An answer that is no success, as far as it can be read. */
export type Refusal = {
  readonly status: number;
  /** Undefined when it was no JSON. */
  readonly body: unknown;
  readonly location: string | null;
  /** Whether we said who we are. */
  readonly isNamed: boolean;
};

/** What a dashboard, or what stands before it, says in place of an answer: the end of a sentence that begins with it. */
export function refusalText({ status, body, location, isNamed }: Refusal): string {
  if (status === 401 || status === 403) {
    const remedy = isNamed
      ? 'the token or password of --token-file is not taken'
      : 'say who you are with --token-file, and --user where it asks for a name';
    return `lets nobody in (HTTP ${status}): ${remedy}`;
  }
  if (status >= 300 && status < 400) {
    return `sends elsewhere (HTTP ${status}${location === null ? '' : ` to ${location}`}): is this a login, or is the address another?`;
  }
  const problem = Problem.safeParse(body);
  if (!problem.success) return `answers HTTP ${status}`;
  const { title, detail, request_id } = problem.data;
  return `answers HTTP ${status}: ${detail ?? title}${lastSnapshotText(body)} (request ${request_id})`;
}

function lastSnapshotText(body: unknown): string {
  const problem = FleetProblem.safeParse(body);
  if (!problem.success || problem.data.last_snapshot_age_sec === null) return '';
  return ` Its last snapshot is ${problem.data.last_snapshot_age_sec}s old.`;
}
