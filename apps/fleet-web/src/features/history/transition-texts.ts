import type { FleetHistory } from 'fleet-core/contract/history';
import { faceOf, NO_DATA } from '../../components/status-face.ts';
import { formatUtc } from '../../format/utc-time.ts';

/** Every change in one line, the latest first. The beginning of the watching is none. */
export function transitionTexts({ status_transitions, issue_transitions }: FleetHistory): string[] {
  const changes = [
    ...status_transitions
      .filter(({ from }) => from !== null)
      .map(({ at, from, to }) => ({ at, text: `fleet: ${word(from)} → ${word(to)}` })),
    ...issue_transitions.map(({ at, code, from, to }) => ({
      at,
      text: `${code.replaceAll('_', ' ')}: ${from === null ? 'none' : word(from)} → ${to === null ? 'cleared' : word(to)}`,
    })),
  ];
  return changes
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
    .map(({ at, text }) => `${formatUtc(at)}  ${text}`);
}

function word(state: string | null): string {
  if (state === 'unread') return NO_DATA.label;
  if (state === 'unwatched') return 'not watched';
  return faceOf(state ?? '').label;
}
