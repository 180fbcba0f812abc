import './page-controls.css';
import { lazy, useMemo } from 'react';
import { usePaused, usePollingControls } from '../../api/polling/polling.ts';
import { Button } from '../../components/button/button.tsx';
import { LatePart } from '../../components/late-part.tsx';
import { useOpenDialog } from '../../location/use-open-dialog.ts';
import { useLettersSwitch } from '../letters-switch.ts';
import { useShortcuts } from './keys/use-shortcuts.ts';

const HelpDialog = lazy(() => import('./keys/help-dialog.tsx'));

/** Pause, refresh, the text for the incident channel and help, as buttons and as keys. */
export function PageControls() {
  const paused = usePaused();
  const { togglePause, refresh } = usePollingControls();
  const help = useOpenDialog('help');
  const incident = useOpenDialog('incident');
  const [lettersOn, setLettersOn] = useLettersSwitch();
  const actions = useMemo(
    () => ({ togglePause, refresh, openHelp: help.open, copyIncident: incident.open }),
    [togglePause, refresh, help.open, incident.open],
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
        <Button title="Copy for the incident channel (c)" onClick={incident.open}>
          <span aria-hidden="true">≡</span> Copy incident
        </Button>
        <Button title="Keyboard and filter help (?)" onClick={actions.openHelp}>
          <span aria-hidden="true">?</span> Help
        </Button>
      </div>
      {help.isOpen && (
        <LatePart what="The help">
          <HelpDialog lettersOn={lettersOn} onLettersChange={setLettersOn} onClose={help.close} />
        </LatePart>
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
