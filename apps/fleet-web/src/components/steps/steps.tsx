import './steps.css';
import type { Step } from 'fleet-core/contract/cause';
import { CommandLine } from './command-line.tsx';
import { Statement } from './statement.tsx';

type Props = {
  readonly steps: readonly Step[];
  /** The number of the first of these steps. */
  readonly start?: number;
};

/** What to do, in order: the text, the host and the command to copy. */
export function Steps({ steps, start = 1 }: Props) {
  return (
    <ol className="steps" aria-label="Steps" start={start}>
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
  return command.kind === 'sql' ? (
    <Statement text={command.text} purpose={text} />
  ) : (
    <CommandLine text={command.text} host={on_host} />
  );
}
