import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const LIBRARIES = '/usr/lib';

/** Where Debian puts libfaketime, by machine; undefined when it is not installed. */
export function findFakeClock(): string | undefined {
  if (!existsSync(LIBRARIES)) return undefined;
  return readdirSync(LIBRARIES)
    .map((machine) => join(LIBRARIES, machine, 'faketime', 'libfaketimeMT.so.1'))
    .find((path) => existsSync(path));
}

/** The environment of a process whose clock goes wrong by `offset`, such as `+1h`; timers keep their pace. */
export function withClockOff(library: string, offset: string): Record<string, string> {
  return { LD_PRELOAD: library, FAKETIME: offset, FAKETIME_DONT_FAKE_MONOTONIC: '1' };
}
