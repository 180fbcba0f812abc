import type { RolloutJob } from '../../domain/rollout-control.ts';

const FAILED = new Set(['failed', 'blocked', 'error']);
const SUCCEEDED = new Set(['completed', 'succeeded', 'success', 'ok']);

/** Whether Jetmon refused the operation, or it went wrong. */
export function hasFailed({ status, error_code, error_message }: RolloutJob): boolean {
  return FAILED.has(wordOf(status)) || (!SUCCEEDED.has(wordOf(status)) && error_code + error_message !== '');
}

export function hasSucceeded({ status }: RolloutJob): boolean {
  return SUCCEEDED.has(wordOf(status));
}

/** Whether it gave a range back. */
export function isRelease(job: RolloutJob | undefined): boolean {
  return job !== undefined && operationText(job) === 'release-buckets';
}

/** The operation as its command is called: `release-buckets`. */
export function operationText({ operation }: Pick<RolloutJob, 'operation'>): string {
  return operation.trim().replaceAll('_', '-');
}

/** What it said: its error, or else its summary. */
export function jobText({ error_message, error_code, summary, status }: RolloutJob): string {
  return [error_message, summary, error_code, status].find((text) => text.trim() !== '')?.trim() ?? '';
}

function wordOf(status: string): string {
  return status.trim().toLowerCase();
}
