import { readFileSync } from 'node:fs';

const GUIDE = new URL('../../docs/rollout.md', import.meta.url);

/** What docs/rollout.md says under a heading, on one line. Throws when there is no such heading. */
export function stepOfGuide(heading: string): string {
  const parts = readFileSync(GUIDE, 'utf8').split(/^#{2,3} /m);
  const part = parts.find((text) => text.startsWith(`${heading}\n`));
  if (part === undefined) throw new Error(`docs/rollout.md has no step "${heading}"`);
  return part.replaceAll(/\s+/g, ' ');
}
