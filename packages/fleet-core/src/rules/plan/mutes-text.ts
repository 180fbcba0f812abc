import type { Muted } from '../../contract/muted.ts';
import type { Finding } from '../finding.ts';
import { groupBy } from '../group-by.ts';
import { countText, numberText } from '../text/count-text.ts';
import { listText } from '../text/list-text.ts';

const MOST_TITLES = 2;
const MOST_MUTES = 3;

/** `; 1 muted by anna until 14:00 UTC: jetmon-b:monitor is silent (new disk)`, or nothing. */
export function mutesText(findings: readonly Finding[]): string {
  const mutes = findings.flatMap(({ title, muted }) => (muted === undefined ? [] : [{ title, muted }]));
  const texts = [...groupBy(mutes, ({ muted }) => JSON.stringify(muted)).values()].flatMap((group) => {
    const [first] = group;
    return first === undefined
      ? []
      : [
          textOf(
            first.muted,
            group.map(({ title }) => title),
          ),
        ];
  });
  const more = texts.length - MOST_MUTES;
  const told = more > 0 ? [...texts.slice(0, MOST_MUTES), `${countText(more, 'mute')} more`] : texts;
  return told.map((text) => `; ${text}`).join('');
}

/** A mute ends within a day, so the time of day says which. */
function textOf({ by, until, reason }: Muted, titles: readonly string[]): string {
  const what = listText(titles, MOST_TITLES);
  return `${numberText(titles.length)} muted by ${by} until ${until.slice(11, 16)} UTC: ${what} (${reason})`;
}
