/// <reference lib="dom" />

/** What a page keeps going. */
export type Timers = { readonly intervals: number; readonly timeouts: number; readonly polls: number };

declare global {
  var timers: () => Timers;
  /** From now on every answer is the same, or each another again. */
  var holdAnswers: (held: boolean) => void;
  /** From now on no timer goes off; those that should have follow when they are let go. */
  var holdTimers: (held: boolean) => void;
}

/**
 * Runs in the page before anything else: its clocks and timers go `factor` times as fast, timers are
 * counted, and `/api/fleet` is answered from `snapshot`, each time with other numbers.
 */
export function startTimeLapse({ factor, snapshot }: { factor: number; snapshot: string }): void {
  const intervals = new Set<number>();
  const timeouts = new Set<number>();
  let polls = 0;
  let sameAnswers = false;
  let late: (() => void)[] | null = null;
  const { setTimeout, setInterval, clearTimeout, clearInterval } = window;
  const realNow = performance.now.bind(performance);
  const start = Date.now();
  performance.now = () => realNow() * factor;
  Date.now = () => start + realNow() * factor;

  const later = (run: () => void, ms = 0) => {
    const goOff = () => {
      if (late !== null) late.push(goOff);
      else if (timeouts.delete(id)) run();
    };
    const id = setTimeout(goOff, ms / factor);
    timeouts.add(id);
    return id;
  };
  const repeatedly = (run: () => void, ms = 0) => {
    const id = setInterval(() => late === null && run(), ms / factor);
    intervals.add(id);
    return id;
  };
  // A deadline lasts as long as ever whatever the page's clock does: those of answered requests would gather.
  AbortSignal.timeout = () => new AbortController().signal;
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
    holdAnswers: (held: boolean) => {
      sameAnswers = held;
    },
    holdTimers: (held: boolean) => {
      const due = late ?? [];
      late = held ? due : null;
      if (!held) for (const goOff of due) goOff();
    },
    timers: () => ({ intervals: intervals.size, timeouts: timeouts.size, polls }),
    fetch: async () => {
      polls += 1;
      return sameAnswers
        ? new Response(nextAnswer(0))
        : new Response(nextAnswer(polls), { status: polls % 50 === 0 ? 503 : 200 });
    },
  });

  /** A fleet that changes: decisions go round, causes come and go, and every fiftieth answer fails. */
  function nextAnswer(poll: number): string {
    const answer = JSON.parse(snapshot);
    const { decision, summary } = answer;
    answer.generated_at = new Date(Date.now()).toISOString();
    decision.code = ['advance', 'hold', 'stop', 'advance_as_planned', 'advance'][Math.floor(poll / 3) % 5];
    summary.issue_details = Array.from({ length: poll % 17 }, (_, place) => ({
      code: 'process_stale',
      severity: 'red',
      subject: `p-${place}`,
      message: `process p-${place}: last heartbeat ${poll + place}s ago`,
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
      steps: [{ text: message, command: { kind: 'sql', text: `SELECT ${poll};` } }],
    }));
    for (const process of answer.processes) process.last_heartbeat_age_sec = poll % 600;
    return JSON.stringify(answer);
  }
}
