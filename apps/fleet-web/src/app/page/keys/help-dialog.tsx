import './help-dialog.css';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { Handle } from '../../../components/handle/handle.tsx';
import { ALL_CODES } from '../../../components/handle/places.ts';
import { SHORTCUTS } from './shortcuts.ts';

type Props = {
  readonly lettersOn: boolean;
  readonly onLettersChange: (on: boolean) => void;
  readonly onClose: () => void;
};

/** The page's keys and the filter's words. Drawn only while it is open. */
export default function HelpDialog({ lettersOn, onLettersChange, onClose }: Props) {
  return (
    <Dialog title="Keyboard and filter" className="help" onClose={onClose}>
      <dl>
        {SHORTCUTS.map(({ key, does }) => (
          <div key={key}>
            <dt>
              <kbd>{key === 'Escape' ? 'Esc' : key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label>
        <input
          type="checkbox"
          checked={lettersOn}
          onChange={(event) => onLettersChange(event.currentTarget.checked)}
        />{' '}
        Single keys act as shortcuts
      </label>
      <p>
        The filter takes words and <code>key:value</code>: <code>type:deliverer</code>,{' '}
        <code>state:draining</code>, <code>host:eu-west</code>, <code>bucket:499</code> or{' '}
        <code>bucket:120-140</code>, <code>version:2.4</code>, <code>health:stale</code>,{' '}
        <code>dependency:mysql</code>, <code>delivery-owner:eu-west</code>. All have to match; of one key
        given twice, either. <code>host:=eu-1</code> is that host alone. Quotes hold words together.
      </p>
      <p>
        Paged with a code? <Handle to={ALL_CODES}>What codes mean</Handle>, and what to do about each.
      </p>
    </Dialog>
  );
}
