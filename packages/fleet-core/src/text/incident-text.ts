import type { FleetSnapshot } from '../contract/fleet-snapshot.ts';
import { countText } from '../rules/text/count-text.ts';
import { durationText } from '../rules/text/duration-text.ts';
import { causeLine, hostLines, stepLine } from './cause-lines.ts';
import { checklistLine } from './checklist-line.ts';
import { instantText } from './instant-text.ts';
import { noDataLine, verdictLines } from './verdict-lines.ts';

/** Of so many causes the steps are told, and of so many what they are: the rest is a click away. */
const MOST_WITH_STEPS = 3;
const MOST_TOLD = 10;

/** What whoever tells knows beside the snapshot. */
export type Incident = {
  /** The page to look at. */
  readonly address: string;
  /** How old the snapshot is, in seconds. */
  readonly ageSec: number;
  /** Why nothing is known of the present, as a sentence without its full stop; null while the snapshot is good. */
  readonly blindBecause: string | null;
};

/**
 * The fleet as plain text for people who do not see the page: the verdict, the causes with their hosts and steps, what
 * the checklist found amiss, times in UTC and the address. Without data it says so first, and the last known as past.
 */
export function incidentText(
  snapshot: FleetSnapshot | null,
  { address, ageSec, blindBecause }: Incident,
): string {
  const lines = blindBecause === null ? [] : [noDataLine(snapshot, blindBecause)];
  if (snapshot === null) return [...lines, 'Nothing has been read yet.', address, ''].join('\n');
  if (blindBecause !== null) {
    lines.push(
      `What follows is past: it was read ${instantText(snapshot.generated_at)}, ${durationText(ageSec)} ago.`,
    );
  }
  return [
    ...lines,
    ...verdictLines(snapshot, { ageSec }),
    address,
    ...toldCauses(snapshot),
    ...amiss(snapshot),
    '',
  ].join('\n');
}

function toldCauses({ causes }: FleetSnapshot): string[] {
  const told = causes.slice(0, MOST_TOLD).flatMap((cause, place) => {
    const steps = place < MOST_WITH_STEPS ? cause.steps : [];
    return [
      '',
      `- ${causeLine(cause)}`,
      ...[...hostLines(cause), ...steps.map((step, index) => stepLine(step, index + 1))].map(
        (line) => `  ${line}`,
      ),
    ].slice(place < MOST_WITH_STEPS ? 0 : 1);
  });
  const others = causes.length - MOST_TOLD;
  return others > 0 ? [...told, `- and ${countText(others, 'more cause')}`] : told;
}

function amiss({ checklist }: FleetSnapshot): string[] {
  const rows = checklist.filter(({ status }) => status !== 'green');
  return rows.length === 0 ? [] : ['', 'Checklist', ...rows.map((row) => `- ${checklistLine(row)}`)];
}
