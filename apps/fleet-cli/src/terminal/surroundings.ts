/** What a command prints to. Texts are whole lines. */
export type Terminal = {
  print(text: string): void;
  /** To standard error. */
  complain(text: string): void;
  /** Columns to keep to; null where nobody looks on and lines may be as long as they are. */
  readonly width: () => number | null;
  /** Lines that are seen at once. */
  readonly height: () => number;
  readonly isColoured: boolean;
  /** Whether what is printed can be drawn over. */
  readonly isScreen: boolean;
};

/** Times that pass here. */
export type Clock = {
  /** Milliseconds since 1970. */
  nowMs(): number;
  /** Milliseconds that neither sleep nor a clock set back can stop. */
  elapsedMs(): number;
  sleep(ms: number): Promise<void>;
};

/** All that a command meets of the world beside the dashboard. */
export type Surroundings = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly terminal: Terminal;
  readonly clock: Clock;
};
