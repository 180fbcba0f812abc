import type { Cause } from 'fleet-core/contract/cause';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { Age } from '../../components/age.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { countOf } from '../../format/count.ts';
import { webAddress } from '../../format/host-dashboard-url.ts';
import { mutedText } from '../../format/muted-text.ts';
import { secondsBetween } from '../../format/utc-time.ts';
import { Steps } from './steps.tsx';

type Props = { readonly cause: Cause; readonly isFirst: boolean; readonly snapshot: FleetSnapshot };

/** One cause: what is the matter in a sentence, and folded below it what was found, what to do, and the issues. */
export function CauseItem({ cause, isFirst, snapshot }: Props) {
  const { code, severity, planned, muted, headline, facts, steps, since } = cause;
  const issues = cause.issue_refs.flatMap((ref) => snapshot.summary.issue_details[ref] ?? []);
  const runbook = webAddress(cause.runbook_url ?? '');
  return (
    <li className="cause">
      <details open={isFirst}>
        <summary className="cause-head">
          <span>
            <StatusBadge level={severity} planned={planned} />
            <span className="cause-headline">{headline}</span>
            {muted !== undefined && <span className="cause-muted"> · {mutedText(muted)}</span>}
            {since !== undefined && (
              <span className="cause-since">
                {' · '}
                for <Age seconds={secondsBetween(since, snapshot.generated_at)} instant={since} />
              </span>
            )}
          </span>
        </summary>
        <div className="cause-body">
          {facts.length > 0 && (
            <ul className="cause-facts" aria-label="What was found">
              {facts.map((fact) => (
                <li key={fact}>{fact}</li>
              ))}
            </ul>
          )}
          {steps.length > 0 && <Steps steps={steps} />}
          {runbook !== null && (
            <p>
              <a href={runbook}>Runbook: {code.replaceAll('_', ' ')}</a>
            </p>
          )}
          <details>
            <summary>Explains {countOf(issues.length, 'issue')}</summary>
            <ul className="cause-issues">
              {issues.map((issue) => (
                <li key={`${issue.code} ${issue.message}`}>
                  <StatusBadge level={issue.severity} planned={planned} /> {issue.message}
                  {muted === undefined && issue.muted !== undefined && ` (${mutedText(issue.muted)})`}
                </li>
              ))}
            </ul>
          </details>
        </div>
      </details>
    </li>
  );
}
