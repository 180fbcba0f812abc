import type { Cause } from 'fleet-core/contract/cause';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import type { Issue } from 'fleet-core/contract/issue';
import { mutedText } from 'fleet-core/text/muted-text';
import { memo } from 'react';
import { CodeHandle } from '../../components/handle/code-handle.tsx';
import { SubjectLink } from '../../components/handle/subject-link.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { countOf } from '../../format/count.ts';
import { webAddress } from '../../format/host-dashboard-url.ts';
import { issueKeys } from '../../format/issue-keys.ts';
import { CauseSubjects } from './cause-subjects.tsx';

type Props = { readonly cause: Cause; readonly snapshot: FleetSnapshot };

/** What a cause was told from: the facts, the team's own page on it, and the issues that it explains. */
export function CauseFindings({ cause, snapshot }: Props) {
  const { code, facts, issue_refs, muted, planned, runbook_url } = cause;
  const issues = issue_refs.flatMap((ref) => snapshot.summary.issue_details[ref] ?? []);
  const keys = issueKeys(issues);
  const runbook = webAddress(runbook_url ?? '');
  return (
    <>
      <CauseSubjects cause={cause} />
      <CauseCodes issues={issues} />
      {runbook !== null && (
        <p>
          <a href={runbook}>Runbook: {code.replaceAll('_', ' ')}</a>
        </p>
      )}
      <details className="cause-findings">
        <summary className="fold">Explains {countOf(issues.length, 'issue')}</summary>
        {facts.length > 0 && (
          <ul className="cause-facts" aria-label="What was found">
            {facts.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
        )}
        <ul className="cause-issues" aria-label="Issues">
          {issues.map((issue, place) => (
            <IssueItem
              key={keys[place]}
              code={issue.code}
              severity={issue.severity}
              planned={planned}
              message={issue.message}
              subject={issue.subject}
              subjectKind={issue.subject_kind}
              mute={muted === undefined && issue.muted !== undefined ? mutedText(issue.muted) : null}
            />
          ))}
        </ul>
      </details>
    </>
  );
}

/** The codes of what it explains, each once and the way to what it means. */
function CauseCodes({ issues }: { readonly issues: readonly Issue[] }) {
  const codes = [...new Set(issues.map(({ code }) => code))];
  if (codes.length === 0) return null;
  return (
    <p className="cause-codes">
      <span className="muted">What it means</span>{' '}
      {codes.map((code, place) => (
        <span key={code}>
          {place > 0 && ', '}
          <CodeHandle code={code} />
        </span>
      ))}
    </p>
  );
}

type IssueProps = Pick<Issue, 'code' | 'severity' | 'message' | 'subject'> & {
  readonly planned: boolean;
  readonly subjectKind: Issue['subject_kind'];
  readonly mute: string | null;
};

/** An issue, which leads to whom it names and to what its code means. Of many it is drawn again when it says something else. */
const IssueItem = memo(function IssueItem(props: IssueProps) {
  const { code, severity, planned, message, subject, subjectKind, mute } = props;
  return (
    <li>
      <StatusBadge level={severity} planned={planned} />{' '}
      {subjectKind === undefined ? (
        <span>{message}</span>
      ) : (
        <SubjectLink kind={subjectKind} id={subject}>
          {message}
        </SubjectLink>
      )}{' '}
      <CodeHandle code={code} />
      {mute !== null && ` (${mute})`}
    </li>
  );
});
