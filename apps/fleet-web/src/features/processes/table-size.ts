/** Up to a dozen processes are read at a glance: controls would only be in the way. */
const MOST_WITHOUT_CONTROLS = 12;

/** More rows than this, and the healthy ones would bury the others. */
const MOST_UNFOLDED = 50;

/** Up to here a plain table ticks and sorts in a few milliseconds, and the browser's own search finds every row. */
const MOST_PLAIN_ROWS = 300;

/** What a fleet of this many processes needs from its table. */
export function tableSize(processCount: number) {
  return {
    hasControls: processCount > MOST_WITHOUT_CONTROLS,
    foldsHealthy: processCount > MOST_UNFOLDED,
    isVirtual: processCount > MOST_PLAIN_ROWS,
  };
}
