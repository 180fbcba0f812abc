import type { Cause } from '../../contract/cause.ts';
import type { FleetSnapshot } from '../../contract/fleet-snapshot.ts';
import type { Rollout } from '../../contract/rollout.ts';
import type { Closed } from '../../contract/scalars.ts';
import type { Verifliers } from '../../contract/verifliers.ts';
import { visibleText } from '../../contract/visible-text.ts';

/**
 * The snapshot with nothing unseen in its sentences, whatever the names in them hold. What is passed on as it was read,
 * names, errors and versions, stays as it is: whoever shows it makes it visible.
 */
export function withVisibleSentences(snapshot: Closed<FleetSnapshot>): Closed<FleetSnapshot> {
  const { decision, summary, delivery, bucket_coverage } = snapshot;
  return {
    ...snapshot,
    decision: {
      ...decision,
      headline: visibleText(decision.headline),
      detail: visibleText(decision.detail),
    },
    causes: snapshot.causes.map(visibleCause),
    checklist: snapshot.checklist.map((row) => ({
      ...row,
      fact: visibleText(row.fact),
      brief: visibleText(row.brief),
    })),
    summary: {
      ...summary,
      message: visibleText(summary.message),
      issues: summary.issues.map(visibleText),
      issue_details: summary.issue_details.map((issue) => ({
        ...issue,
        message: visibleText(issue.message),
      })),
    },
    bucket_coverage: { ...bucket_coverage, ...visibleError(bucket_coverage) },
    delivery: {
      ...delivery,
      posture: { ...delivery.posture, message: visibleText(delivery.posture.message) },
    },
    verifliers: snapshot.verifliers === null ? null : visibleVerifliers(snapshot.verifliers),
    rollout: snapshot.rollout === null ? null : visibleRollout(snapshot.rollout),
  };
}

function visibleCause(cause: Closed<Cause>): Closed<Cause> {
  return {
    ...cause,
    title: visibleText(cause.title),
    headline: visibleText(cause.headline),
    facts: cause.facts.map(visibleText),
    steps: cause.steps.map((step) => ({ ...step, text: visibleText(step.text) })),
  };
}

function visibleVerifliers(verifliers: Closed<Verifliers>): Closed<Verifliers> {
  return { ...verifliers, message: visibleText(verifliers.message) };
}

function visibleRollout(rollout: Closed<Rollout>): Closed<Rollout> {
  const { advance, unknown_because, progress } = rollout;
  return {
    ...rollout,
    advance: advance && visibleText(advance),
    unknown_because: unknown_because && visibleText(unknown_because),
    progress: progress && visibleText(progress),
  };
}

function visibleError({ error }: { readonly error?: string | undefined }): { error?: string } {
  return error === undefined ? {} : { error: visibleText(error) };
}
