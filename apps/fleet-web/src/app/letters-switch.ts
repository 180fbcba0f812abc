import { useState } from 'react';

const STORED_AS = 'fleet-single-keys';

/** Whether single letters act as shortcuts. Speech input types letters by accident, so they can be switched off for good. */
export function useLettersSwitch(): readonly [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(areLettersOn);
  const change = (wanted: boolean) => {
    setOn(wanted);
    store(wanted);
  };
  return [on, change];
}

/** The same as it is now, for who only asks. */
export function areLettersOn(): boolean {
  try {
    return localStorage.getItem(STORED_AS) !== 'off';
  } catch {
    return true;
  }
}

function store(on: boolean): void {
  try {
    localStorage.setItem(STORED_AS, on ? 'on' : 'off');
  } catch {
    // A browser that refuses storage still obeys until the page is left.
  }
}
