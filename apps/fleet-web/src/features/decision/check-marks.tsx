import './check-marks.css';
import type { ChecklistRow } from 'fleet-core/contract/checklist';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { mutedText } from 'fleet-core/text/muted-text';
import { useFreshnessKind } from '../../components/freshness.ts';
import { faceOf, LOADING, NO_DATA, pastFaceOf, type StatusFace } from '../../components/status-face.ts';
import { shortQuestion } from '../../format/short-question.ts';
import { ALWAYS_ASKED, sectionOf } from './questions.ts';

/** The questions before a rollout step, each in its fixed place with its answer in short, and each the way to its section. */
export function CheckMarks({ snapshot }: { readonly snapshot: FleetSnapshot | null }) {
  const freshness = useFreshnessKind();
  return (
    <section id="checklist" className="last-known" aria-label="Rollout checklist">
      <ol className="marks">
        {snapshot === null
          ? ALWAYS_ASKED.map((code) => (
              <Mark key={code} code={code} face={freshness === 'loading' ? LOADING : NO_DATA} />
            ))
          : snapshot.checklist.map((row) => (
              <Mark
                key={row.code}
                code={row.code}
                row={row}
                face={freshness === 'old' ? pastFaceOf(row.status) : faceOf(row.status, row.planned)}
              />
            ))}
      </ol>
    </section>
  );
}

type MarkProps = { readonly code: string; readonly face: StatusFace; readonly row?: ChecklistRow };

function Mark({ code, face, row }: MarkProps) {
  return (
    <li className="mark" data-face={face.token}>
      <a href={`#${sectionOf(code)}`} title={row && wholeAnswer(row)}>
        <span className="mark-glyph" aria-hidden="true">
          {face.glyph}
        </span>
        <span className="mark-name">{shortQuestion(code)}</span>
        <span className="visually-hidden">{face.label}</span>
        <span className="mark-brief">
          {row?.brief || face.label}
          {row?.muted !== undefined && <span className="mark-muted">, muted</span>}
        </span>
      </a>
    </li>
  );
}

/** All that is said of it: what the mark has no room for. */
function wholeAnswer({ fact, muted, read_at }: ChecklistRow): string {
  return [
    fact,
    ...(muted === undefined ? [] : [mutedText(muted)]),
    ...(read_at === null ? ['not read'] : []),
  ].join(' · ');
}
