import './steps.css';
import type { Step } from 'fleet-core/contract/cause';
import { CopyBox } from '../../components/copy/copy-box.tsx';
import { CommandLine } from './command-line.tsx';

type Props = {
  readonly steps: readonly Step[];
  /** The number of the first of these steps. */
  readonly start?: number;
};

/** What to do, in order: the text, the host and the command to copy. Statements are folded, for their length. */
export function Steps({ steps, start = 1 }: Props) {
  return (
    <ol className="steps" start={start}>
      {steps.map((step) => (
        <li key={`${step.text} ${step.command?.text}`} className="step">
          {step.text} <StepCommand step={step} />
        </li>
      ))}
    </ol>
  );
}

function StepCommand({ step: { text, on_host, command } }: { readonly step: Step }) {
  if (command === undefined) return null;
  if (command.kind !== 'sql') return <CommandLine text={command.text} host={on_host} />;
  return (
    <details>
      <summary>SQL</summary>
      <CopyBox text={command.text} label={`SQL: ${text}`} />
    </details>
  );
}
