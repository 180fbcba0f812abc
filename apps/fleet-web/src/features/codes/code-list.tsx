import type { CodeMeaning } from 'fleet-core/contract/answers/code-catalogue';
import { useId, useState } from 'react';
import { CodeHandle } from '../../components/handle/code-handle.tsx';
import { countOf } from '../../format/count.ts';
import { searchCodes } from './code-search.ts';

/** All codes, in the order in which issues are listed, and the way to find one among them. */
export function CodeList({ codes }: { readonly codes: readonly CodeMeaning[] }) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const found = searchCodes(codes, typed);
  return (
    <>
      <p className="code-search">
        <label htmlFor={id}>Find</label>{' '}
        <input
          id={id}
          type="search"
          value={typed}
          placeholder="a code, or words of what it means"
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setTyped(event.currentTarget.value)}
        />{' '}
        <span role="status" className="muted">
          {countOf(found.length, 'code')}
        </span>
      </p>
      <ul className="code-list" aria-label="Codes">
        {found.map(({ code, meaning }) => (
          <li key={code}>
            <b>
              <CodeHandle code={code} />
            </b>
            <span>{meaning}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
