import { areLaunchersThere, launchersOf, lookUpInProc } from './launchers.ts';

const LAUNCHER_CHECK_INTERVAL_MS = 300;

/**
 * Calls `stop` once, at the first sign that the demo is to end: SIGINT, SIGTERM, SIGHUP, or the end of the
 * package manager that started it. A second Ctrl-C ends the process at once.
 */
export function onStopSignal(stop: (reason: string) => void): void {
  let isStopping = false;
  const once = (reason: string): void => {
    if (isStopping) return;
    isStopping = true;
    stop(reason);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (isStopping && signal === 'SIGINT') process.exit(130);
      once(signal);
    });
  }
  const launchers = launchersOf(process.pid, lookUpInProc);
  const parent = process.ppid;
  setInterval(() => {
    const isOrphaned = process.ppid !== parent || !areLaunchersThere(process.pid, launchers, lookUpInProc);
    if (isOrphaned) once('the end of the process that started it');
  }, LAUNCHER_CHECK_INTERVAL_MS).unref();
}
