import { CHECK_CODES, type CheckCode } from 'fleet-core/rules/check/check-fleet';
import type { ExitCode } from '../cannot-tell.ts';

/** The code that a probe ends with. */
export function exitCodeOf(code: CheckCode): ExitCode {
  switch (code) {
    case 'ok':
      return 0;
    case 'warning':
      return 1;
    case 'critical':
      return 2;
    case 'unknown':
      return 3;
  }
}

/** The word of an exit code. */
export function wordOf(exitCode: ExitCode): string {
  return CHECK_CODES[exitCode].toUpperCase();
}

/** One line as monitoring systems read it; behind `|` they look for numbers. */
export function statusLine(exitCode: ExitCode, headline: string, perfdata = ''): string {
  const text = headline.replace(/\s+/g, ' ').replaceAll('|', '/');
  return `FLEET ${wordOf(exitCode)}: ${text}${perfdata === '' ? '' : ` | ${perfdata}`}`;
}
