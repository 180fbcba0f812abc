import { appendFileSync } from 'node:fs';
import type { Endured } from './endure-fault.ts';

/** Appends what was measured, as a line of JSON, to the file that FLEET_FAULT_FIGURES names; else does nothing. */
export function noteFigures(fault: string, endured: Endured): void {
  const file = process.env.FLEET_FAULT_FIGURES;
  if (file === undefined || file === '') return;
  const { answers, wrong, ...figures } = endured;
  appendFileSync(
    file,
    `${JSON.stringify({ fault, answers: answers.length, wrong: wrong.length, ...figures })}\n`,
  );
}
