import type { FleetSnapshot } from '../contract/fleet-snapshot.ts';
import { visibleText } from '../contract/visible-text.ts';
import { durationText } from '../rules/text/duration-text.ts';
import { sentence } from '../rules/text/sentence.ts';
import { instantText } from './instant-text.ts';
import { decisionWord } from './state-word.ts';

/** Of how old a snapshot is told, in seconds of the teller's own clock. */
export type Told = { readonly ageSec: number };

/** The decision, with its reason where that is no cause's sentence, and how old what it was made of is. Two lines. */
export function verdictLines(snapshot: FleetSnapshot, { ageSec }: Told): string[] {
  const { decision, generated_at, settings, served_by } = snapshot;
  const of = settings.environment === null ? '' : ` (${settings.environment})`;
  const about = [
    `read ${instantText(generated_at)}, ${durationText(ageSec)} ago`,
    ...(decision.since === undefined ? [] : [`stands since ${instantText(decision.since)}`]),
    ...(served_by.host === '' ? [] : [`answered by ${served_by.host}`]),
  ];
  const { headline, detail } = decision;
  const isToldBelow = snapshot.causes.some((cause) => cause.headline === detail);
  const told = isToldBelow ? headline : `${headline}. ${sentence(detail)}`;
  return [`${decisionWord(decision.code)}${of}: ${told}`, sentence(about.join('; '))].map(visibleText);
}

/** That the fleet cannot be seen, and why; never the last decision in its place. One line. */
export function noDataLine(snapshot: FleetSnapshot | null, reason: string): string {
  const environment = snapshot?.settings.environment ?? null;
  const of = environment === null ? '' : ` (${environment})`;
  return visibleText(`NO DATA${of}: the fleet cannot be seen. ${reason}.`);
}
