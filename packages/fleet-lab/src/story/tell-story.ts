import type { Simulator } from '../simulator/simulator.ts';
import type { Chapter } from './chapter.ts';

/** What the story is told with. */
export type Telling = {
  readonly simulator: Pick<Simulator, 'show'>;
  /** Prints one line as a chapter begins. */
  readonly print: (line: string) => void;
  /** Resolves after so many seconds. */
  readonly waitSec: (seconds: number) => Promise<void>;
};

/** Shows one chapter after the other, each for its time. Resolves at the end; the last chapter stays. */
export async function tellStory(chapters: readonly Chapter[], telling: Telling): Promise<void> {
  let startSec = 0;
  for (const { narration, durationSec, ...scene } of chapters) {
    await telling.simulator.show(scene);
    telling.print(`${clock(startSec)}  [${scene.expected.status}] ${narration}`);
    await telling.waitSec(durationSec);
    startSec += durationSec;
  }
  telling.print(`${clock(startSec)}  The end. The fleet stays as it is; Ctrl-C stops the demo.`);
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
