/// <reference lib="dom" />

/** What a page keeps going. */
export type Timers = { readonly intervals: number; readonly timeouts: number; readonly polls: number };

declare global {
  var timers: () => Timers;
}

/**
 * Runs in the page before anything else: its clocks and timers go `factor` times as fast, timers are
 * counted, and `/api/fleet` is answered from `snapshot`, each time with other numbers.
 */
export function startTimeLapse({ factor, snapshot }: { factor: number; snapshot: string }): void {
  const intervals = new Set<number>();
  const timeouts = new Set<number>();
  let polls = 0;
  const { setTimeout, setInterval, clearTimeout, clearInterval } = window;
  const realNow = performance.now.bind(performance);
  const start = Date.now();
  performance.now = () => realNow() * factor;
  Date.now = () => start + realNow() * factor;

  const later = (run: () => void, ms = 0) => {
    const id = setTimeout(() => {
      timeouts.delete(id);
      run();
    }, ms / factor);
    timeouts.add(id);
    return id;
  };
  const repeatedly = (run: () => void, ms = 0) => {
    const id = setInterval(run, ms / factor);
    intervals.add(id);
    return id;
  };
  Object.assign(window, {
    setTimeout: later,
    setInterval: repeatedly,
    clearTimeout: (id: number) => {
      timeouts.delete(id);
      clearTimeout(id);
    },
    clearInterval: (id: number) => {
      intervals.delete(id);
      clearInterval(id);
    },
    timers: () => ({ intervals: intervals.size, timeouts: timeouts.size, polls }),
    fetch: async () => {
      polls += 1;
      return new Response(nextAnswer(), { status: polls % 50 === 0 ? 503 : 200 });
    },
  });

  /** A fleet that changes: decisions go round, causes come and go, and every fiftieth answer fails. */
  function nextAnswer(): string {
    const answer = JSON.parse(snapshot);
    const { decision, summary } = answer;
    answer.generated_at = new Date(Date.now()).toISOString();
    decision.code = ['advance', 'hold', 'stop', 'advance_as_planned', 'advance'][Math.floor(polls / 3) % 5];
    summary.issue_details = Array.from({ length: polls % 17 }, (_, place) => ({
      code: 'process_stale',
      severity: 'red',
      subject: `p-${place}`,
      message: `process p-${place}: last heartbeat ${polls + place}s ago`,
    }));
    summary.issues = summary.issue_details.map((issue: { message: string }) => issue.message);
    answer.causes = summary.issues.map((message: string, place: number) => ({
      code: 'host_silent',
      severity: 'red',
      planned: false,
      subject: { kind: 'host', ids: [`p-${place}`] },
      title: message,
      headline: message,
      facts: [message],
      issue_refs: [place],
      buckets_affected: 0,
      steps: [{ text: message, command: { kind: 'sql', text: `SELECT ${polls};` } }],
    }));
    for (const process of answer.processes) process.last_heartbeat_age_sec = polls % 600;
    return JSON.stringify(answer);
  }
}
