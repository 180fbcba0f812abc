import type { QueryChanges } from '../../location/query-string.ts';

/** What somebody has chosen for a section; null where nobody has. */
export type SectionChoice = 'open' | 'shut' | null;

const CHOICES = ['open', 'shut'] as const;

/** What the address says of a section: `?open=processes,history&shut=buckets`. */
export function readChoice(search: string, section: string): SectionChoice {
  return CHOICES.find((choice) => sectionsOf(search, choice).includes(section)) ?? null;
}

/** What to change in the address so that it says this of the section, and of the others what it said. */
export function choiceChanges(search: string, section: string, chosen: SectionChoice): QueryChanges {
  const changes = CHOICES.map((choice) => {
    const others = sectionsOf(search, choice).filter((other) => other !== section);
    return [choice, [...others, ...(choice === chosen ? [section] : [])].join(',') || null] as const;
  });
  return Object.fromEntries(changes);
}

function sectionsOf(search: string, choice: (typeof CHOICES)[number]): string[] {
  return (new URLSearchParams(search).get(choice) ?? '').split(',').filter((section) => section !== '');
}
