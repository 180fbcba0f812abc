/** The exit codes of monitoring systems: ok, warning, critical, and unknown for whatever keeps an answer from being known. */
export type ExitCode = 0 | 1 | 2 | 3;

/** Why nothing can be told; the message is for people, names the thing and the way out, and holds no secret. */
export class CannotTell extends Error {
  override readonly name = 'CannotTell';
}
