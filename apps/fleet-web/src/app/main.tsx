import '../api/csp-safe-zod.ts';
import './theme.css';
import '../components/data-table/data-table.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { forcedTheme } from './forced-theme.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root"');
const theme = forcedTheme(location.search);
if (theme !== null) document.documentElement.dataset.theme = theme;

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
