/** What a load of clients at full speed brought. */
export type LoadResult = {
  readonly perSecond: number;
  readonly p99Ms: number;
  readonly requests: number;
  readonly timeouts: number;
  /** Answers other than 2xx and 3xx, and broken connections. */
  readonly failures: number;
};

/** Clients that each ask again as soon as they are answered. */
export type HttpLoad = {
  readonly url: string;
  readonly clients: number;
  readonly seconds: number;
  readonly headers: Readonly<Record<string, string>>;
};
