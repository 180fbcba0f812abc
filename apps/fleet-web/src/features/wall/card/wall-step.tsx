import type { Step } from 'fleet-core/contract/cause';

/** The first step, with its command where somebody can type it from a wall; statements are longer, and stand on the page. */
export function WallStep({ step: { text, command } }: { readonly step: Step }) {
  return (
    <p className="wall-step">
      <b>Next:</b> <span className="wall-step-text">{text}</span>
      {command?.kind === 'shell' && <code className="wall-command">$ {command.text}</code>}
      {command?.kind === 'sql' && <span className="wall-step-place">· SQL on the page</span>}
    </p>
  );
}
