import './page-controls.css';
import { useMemo, useState } from 'react';
import { usePaused, usePollingControls } from '../../api/polling.ts';
import { Button } from '../../components/button/button.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { useLettersSwitch } from './letters-switch.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** Pause, refresh and help, as buttons and as keys. */
export function PageControls() {
  const paused = usePaused();
  const { togglePause, refresh } = usePollingControls();
  const [helpOpen, setHelpOpen] = useState(false);
  const [lettersOn, setLettersOn] = useLettersSwitch();
  const actions = useMemo(
    () => ({ togglePause, refresh, openHelp: () => setHelpOpen(true) }),
    [togglePause, refresh],
  );
  useShortcuts(actions, lettersOn);
  return (
    <>
      <div className="page-controls">
        <Button aria-pressed={paused} title="Pause polling (p)" onClick={togglePause}>
          <span aria-hidden="true">‖</span> Pause
        </Button>
        <Button title="Refresh now (r)" onClick={refresh}>
          <span aria-hidden="true">↻</span> Refresh
        </Button>
        <Button title="Keyboard and filter help (?)" onClick={actions.openHelp}>
          <span aria-hidden="true">?</span> Help
        </Button>
      </div>
      {helpOpen && (
        <HelpDialog lettersOn={lettersOn} onLettersChange={setLettersOn} onClose={() => setHelpOpen(false)} />
      )}
      <div role="status">{paused && <PausedMark onResume={togglePause} />}</div>
    </>
  );
}

function PausedMark({ onResume }: { readonly onResume: () => void }) {
  return (
    <p className="paused-mark">
      <b>
        <span aria-hidden="true">‖</span> PAUSED
      </b>{' '}
      <span>what you see grows old</span>
      <Button onClick={onResume}>Go on</Button>
    </p>
  );
}
