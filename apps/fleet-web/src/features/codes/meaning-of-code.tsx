import type { CodeMeaning } from 'fleet-core/contract/answers/code-catalogue';
import type { Summary } from 'fleet-core/contract/summary';
import { codeSteps } from 'fleet-core/text/code-steps';
import { Handle } from '../../components/handle/handle.tsx';
import { ALL_CODES } from '../../components/handle/places.ts';
import { Steps } from '../../components/steps/steps.tsx';
import { codeTraits, standingText } from './code-traits.ts';

type Props = { readonly meaning: CodeMeaning; readonly summary: Summary | null };

/** One code: what is the matter, by what it may have come, and what to do, with the commands to copy. */
export function MeaningOfCode({ meaning, summary }: Props) {
  return (
    <>
      <p className="muted">{codeTraits(meaning).join(' · ')}</p>
      <p className="code-meaning">{meaning.meaning}</p>
      <p>{standingText(meaning.code, summary)}</p>
      <section aria-label="What to do">
        <h3>What to do</h3>
        <Steps steps={codeSteps(meaning)} />
      </section>
      <section aria-label="Likely causes">
        <h3>Likely causes</h3>
        <ul className="code-causes">
          {meaning.likely_causes.map((cause) => (
            <li key={cause}>{cause}</li>
          ))}
        </ul>
      </section>
      <p>
        <Handle to={ALL_CODES}>All codes</Handle>
      </p>
    </>
  );
}
