import type { Cause, Step } from '../contract/cause.ts';
import { visibleText } from '../contract/visible-text.ts';
import { numberText } from '../rules/text/count-text.ts';
import { crowdText } from '../rules/text/list-text.ts';
import { instantText } from './instant-text.ts';
import { mutedText } from './muted-text.ts';
import { stateWord } from './state-word.ts';

/** Up to so many hosts are all named: each may be somebody's to look at. */
const MOST_HOSTS = 20;

/** A cause in one line: how bad, who and what, since when. */
export function causeLine(cause: Cause): string {
  const { severity, planned, muted, headline, since } = cause;
  const about = [
    ...(since === undefined ? [] : [`since ${instantText(since)}`]),
    ...(muted === undefined ? [] : [mutedText(muted)]),
  ];
  const note = about.length === 0 ? '' : ` (${about.join('; ')})`;
  return visibleText(`${stateWord(severity, planned)} ${headline}${note}`);
}

/** The hosts of a cause in one line, where its sentence does not name all of them anyway; else none. */
export function hostLines({ hosts, headline }: Cause): string[] {
  if (hosts.length < 2 || hosts.every((host) => headline.includes(host))) return [];
  const names =
    hosts.length <= MOST_HOSTS ? hosts.join(', ') : `${numberText(hosts.length)}, ${crowdText(hosts)}`;
  return [visibleText(`Hosts: ${names}`)];
}

/** A step in one line, numbered, with its host and its command; a statement has its own lines and is left out. */
export function stepLine({ text, on_host, command }: Step, number: number): string {
  const shell = command?.kind === 'shell' ? ` \`${command.text}\`` : '';
  const where = on_host === undefined || text.includes(on_host) ? '' : ` (on ${on_host})`;
  return visibleText(`${number}. ${text}${where}${shell}`);
}
