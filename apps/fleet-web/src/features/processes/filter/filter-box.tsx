import './filter-box.css';
import { FILTER_BOX_ID } from '../filter-box-id.ts';

type Props = {
  readonly text: string;
  readonly remarks: readonly string[];
  readonly onChange: (text: string) => void;
};

/** Words and `key:value` that the processes have to match, and what there is to say of them. */
export function FilterBox({ text, remarks, onChange }: Props) {
  return (
    <div className="filter-box">
      <label htmlFor={FILTER_BOX_ID}>
        Filter <kbd>/</kbd>
      </label>
      <input
        id={FILTER_BOX_ID}
        type="search"
        value={text}
        placeholder="host, word or bucket:499"
        spellCheck={false}
        autoComplete="off"
        aria-describedby={remarks.length > 0 ? `${FILTER_BOX_ID}-remarks` : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {remarks.length > 0 && (
        <p id={`${FILTER_BOX_ID}-remarks`} className="filter-remarks">
          {remarks.join('. ')}
        </p>
      )}
    </div>
  );
}
