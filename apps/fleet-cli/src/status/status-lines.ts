import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { paint } from '../terminal/colour.ts';
import { cut } from '../terminal/wrap.ts';
import { bucketLines } from './bucket-lines.ts';
import { causeBlocks } from './cause-block.ts';
import { checklistBlock } from './checklist-block.ts';
import type { Page } from './page.ts';
import { processLines } from './process-lines.ts';
import { queueLines } from './queue-lines.ts';
import { verdictBlock } from './verdict-block.ts';

/** All that the page says of the fleet, from the decision down to the tables. */
export function statusLines(snapshot: FleetSnapshot, ageSec: number, page: Page): string[] {
  return [
    ...verdictBlock(snapshot, ageSec, page),
    ...section('Causes', causeBlocks(snapshot, page), page),
    ...section('Checklist', checklistBlock(snapshot, page), page),
    ...section('Rollout', rolloutLines(snapshot, page), page),
    ...section('Processes', processLines(snapshot, page), page),
    ...section('Buckets', bucketLines(snapshot, page), page),
    ...section('Deliveries', queueLines(snapshot, page), page),
  ];
}

function section(title: string, lines: readonly string[], page: Page): string[] {
  return lines.length === 0 ? [] : ['', paint(page, 'bold', title), ...lines];
}

function rolloutLines({ rollout }: FleetSnapshot, { width }: Page): string[] {
  if (rollout === null) return [];
  const { progress, advance, unknown_because } = rollout;
  return [progress, advance ?? unknown_because].flatMap((text) => (text === null ? [] : cut(text, width)));
}
