import type { Muted } from '../contract/muted.ts';
import { instantText } from './instant-text.ts';

/** Who knows of it, until when, and why: `muted by anna until 2026-04-30 15:00:00 UTC: new disk`. */
export function mutedText({ by, until, reason }: Muted): string {
  return `muted by ${by} until ${instantText(until)}: ${reason}`;
}
