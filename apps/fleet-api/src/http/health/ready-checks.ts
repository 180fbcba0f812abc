import type { Watched } from '../../snapshot/watched.ts';

/** What must be well for this dashboard to be asked, in the order in which it is told. */
export const READY_CHECKS = ['config', 'database', 'watch', 'page'] as const;
export type ReadyCheck = (typeof READY_CHECKS)[number];

/** Whether a check holds, and a few words on it that tell nothing of the backend. */
export type CheckResult = { readonly ok: boolean; readonly fact: string };
export type ReadyChecks = Readonly<Record<ReadyCheck, () => CheckResult>>;

export type ReadyGrounds = {
  /** Whether the settings that were read last could not be taken, so that those before them count. */
  readonly settingsAreFaulty: () => boolean;
  readonly watched: () => Pick<Watched<unknown>, 'state'>;
  /** Milliseconds since the last read began, whoever asked for it. */
  readonly sinceReadMs: () => number;
  /** After so long without a look the fleet counts as not watched. */
  readonly longestPauseMs: number;
  /** Whether the dashboard looks without being asked. */
  readonly isWatching: boolean;
  readonly hasPage: boolean;
};

/** The checks of `/readyz`: none of them reads anything. */
export function readyChecks(grounds: ReadyGrounds): ReadyChecks {
  const { settingsAreFaulty, watched, sinceReadMs, longestPauseMs, isWatching, hasPage } = grounds;
  return {
    config: () =>
      settingsAreFaulty()
        ? {
            ok: false,
            fact: 'the settings that were read last are faulty, those before them count; the log says which',
          }
        : { ok: true, fact: 'the settings are in force' },
    database: () => databaseCheck(watched().state),
    watch: () => {
      if (!isWatching) return { ok: true, fact: 'is off: the fleet is read when somebody asks' };
      return sinceReadMs() <= longestPauseMs
        ? { ok: true, fact: 'the fleet is looked at' }
        : { ok: false, fact: 'nobody has looked at the fleet for too long' };
    },
    page: () =>
      hasPage
        ? { ok: true, fact: 'the page is there' }
        : { ok: false, fact: 'the page was not built, or not installed with the API' },
  };
}

function databaseCheck(state: Watched<unknown>['state']): CheckResult {
  if (state === 'failed') return { ok: false, fact: 'the last read failed; the log says why' };
  if (state === 'unread') return { ok: false, fact: 'nothing was read yet' };
  return { ok: true, fact: 'the last read succeeded' };
}
