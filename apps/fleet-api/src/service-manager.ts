import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** Tells the service manager (systemd) how the process is, where one has asked for it. */
export type ServiceManager = {
  ready(status: string): void;
  reloading(): void;
  /** Resolves once it is told, or after half a second. */
  stopping(): Promise<void>;
  /**
   * Tells from now on that the process is well, as often as the manager wants it, for as long as `isWell`. A process that
   * stands still tells nothing.
   */
  watchOver(isWell: () => boolean): void;
};

/** Hands over one message, such as `READY=1`. */
export type Notify = (fields: readonly string[]) => Promise<void>;

/** A manager that has not taken a message by then has not got it. */
const LONGEST_NOTICE_MS = 5000;
/** The end waits no longer than this for it to be told. */
const LONGEST_LAST_NOTICE_MS = 500;
/** A third of its patience, so that one message may be lost. */
const TIMES_IN_PATIENCE = 3;

/** The manager of this process, by the variables that systemd sets. Messages go one after the other, and nothing waits for them. */
export function createServiceManager(
  env: Readonly<Record<string, string | undefined>>,
  onFailure: (error: unknown) => void,
  notify: Notify = systemdNotify,
): ServiceManager {
  const isAsked = (env.NOTIFY_SOCKET ?? '') !== '';
  let sending = Promise.resolve();
  let isFailing = false;

  function send(...fields: string[]): void {
    if (!isAsked) return;
    sending = sending
      .then(() => notify(fields))
      .then(
        () => {
          isFailing = false;
        },
        (error: unknown) => {
          if (!isFailing) onFailure(error);
          isFailing = true;
        },
      );
  }

  return {
    ready: (status) => send('READY=1', `STATUS=${status}`),
    reloading: () => send('RELOADING=1', `MONOTONIC_USEC=${process.hrtime.bigint() / 1000n}`),
    async stopping() {
      send('STOPPING=1');
      const patience = new AbortController();
      const late = sleep(LONGEST_LAST_NOTICE_MS, undefined, { signal: patience.signal }).catch(() => {});
      await Promise.race([sending, late]);
      patience.abort();
    },
    watchOver(isWell) {
      const patienceMs = patienceOf(env) / TIMES_IN_PATIENCE;
      if (!isAsked || patienceMs === 0) return;
      setInterval(() => {
        if (isWell()) send('WATCHDOG=1');
      }, patienceMs).unref();
    },
  };
}

/** How long the manager waits for a sign of life, in milliseconds; 0 when it waits for none of ours. */
function patienceOf({ WATCHDOG_USEC, WATCHDOG_PID }: Readonly<Record<string, string | undefined>>): number {
  const isOurs = (WATCHDOG_PID ?? '') === '' || WATCHDOG_PID === String(process.pid);
  return isOurs && /^\d+$/.test(WATCHDOG_USEC ?? '') ? Number(WATCHDOG_USEC) / 1000 : 0;
}

/** Node cannot send to such a socket; systemd's own program can, wherever systemd is. */
function systemdNotify(fields: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile('systemd-notify', fields, { timeout: LONGEST_NOTICE_MS }, (error) =>
      error === null ? resolve() : reject(error),
    );
  });
}
