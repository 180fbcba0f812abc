import { Fragment } from 'react';
import { CodeHandle } from '../../components/handle/code-handle.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { formatAge } from '../../format/age.ts';
import { joinNames } from '../../format/names.ts';
import { formatUtc } from '../../format/utc-time.ts';
import type { Incident } from './incidents.ts';

type Props = {
  readonly incident: Incident;
  readonly nowMs: number;
  /** Whether it stood at the instant that is read. */
  readonly isRead: boolean;
  /** Where its cause stands, if it stands now. */
  readonly causeHref: string | undefined;
};

/** One incident in a line: when and for how long, what it was about, and the way to its cause where that still stands. */
export function IncidentItem({ incident, nowMs, isRead, causeHref }: Props) {
  const { codes, state, headline, subjects } = incident;
  return (
    <span className="incident" data-read={isRead}>
      <span className="incident-time">{whenText(incident, nowMs)}</span>
      <span>
        {codes.length === 0 ? (
          <b>? {BLIND_TEXTS[state] ?? state}</b>
        ) : (
          <>
            <StatusBadge level={state} />{' '}
            <b>
              {codes.map((code, place) => (
                <Fragment key={code}>
                  {place > 0 && ', '}
                  <CodeHandle code={code}>{code.replaceAll('_', ' ')}</CodeHandle>
                </Fragment>
              ))}
            </b>
          </>
        )}
        {headline !== null && <span className="incident-headline"> · {headline}</span>}
        {headline === null && subjects.length > 0 && <> · {joinNames(subjects)}</>}
        {causeHref !== undefined && (
          <>
            {' · '}
            <a href={causeHref}>stands now: its cause</a>
          </>
        )}
      </span>
    </span>
  );
}

const BLIND_TEXTS: Readonly<Record<string, string>> = {
  unread: 'NO DATA: the fleet could not be read',
  unwatched: 'not watched',
};

/** `2026-04-30 13:05:00 UTC for 4m`, `… for 4m so far`, `until … UTC`. */
function whenText({ fromMs, toMs }: Incident, nowMs: number): string {
  const text = (ms: number) => formatUtc(new Date(ms).toISOString());
  if (fromMs === null) return toMs === null ? 'since before what is told' : `until ${text(toMs)}`;
  const lasted = formatAge(((toMs ?? nowMs) - fromMs) / 1000);
  return `${text(fromMs)} for ${lasted}${toMs === null ? ' so far' : ''}`;
}
