import { createContext } from 'react';

/** What the page says at a glance. While it is the same, no section folds or unfolds by itself. */
export const StandingContext = createContext('');
