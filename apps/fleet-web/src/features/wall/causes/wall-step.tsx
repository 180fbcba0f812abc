import type { Step } from 'fleet-core/contract/cause';

/** The next step, with its command where that is short enough for a wall. */
export function WallStep({ step: { text, command } }: { readonly step: Step }) {
  return (
    <p className="verdict-reason">
      <b>Next:</b> {command?.kind === 'shell' ? `${text} $\u00a0${command.text}` : text}
    </p>
  );
}
