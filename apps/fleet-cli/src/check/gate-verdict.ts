import type { Gate } from 'fleet-core/contract/answers/gate';
import type { ExitCode } from '../cannot-tell.ts';

/** What was asked of the gate. */
export type AskedGate = {
  readonly for: string;
  readonly host: string | null;
  readonly buckets: string | null;
  readonly max: string;
  readonly ignore: readonly string[];
};

/**
 * The exit code of a gate's answer: 0 only when it says three times over that the step may be taken (`ok`, its code, and each
 * check), and to the question that was asked; 2 when it fails; else 3.
 */
export function gateExitCode({ ok, code, checks, question }: Gate, asked: AskedGate): ExitCode {
  if (!isTheQuestion(question, asked)) return 3;
  if (code === 'fail' || checks.some((check) => check.ok === false)) return 2;
  const holds = checks.length > 0 && checks.every((check) => check.ok === true);
  return ok && code === 'pass' && holds ? 0 : 3;
}

function isTheQuestion(question: Gate['question'], asked: AskedGate): boolean {
  const buckets = question.buckets === null ? null : `${question.buckets.min}-${question.buckets.max}`;
  return (
    question.for === asked.for &&
    question.host === asked.host &&
    buckets === asked.buckets &&
    question.max === asked.max &&
    question.ignore.every((code) => asked.ignore.some((ignored) => ignored === code))
  );
}
