import '../api/csp-safe-zod.ts';
import './theme.css';
import '../components/data-table/data-table.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { forcedTheme } from './forced-theme.ts';
import { openView } from './open-view.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root"');
const theme = forcedTheme(location.search);
if (theme !== null) document.documentElement.dataset.theme = theme;

// Until this is there, the words of index.html stand, and start-guard.js tries again.
const view = await openView(location.search);
createRoot(root).render(
  <StrictMode>
    <App>{view}</App>
  </StrictMode>,
);
