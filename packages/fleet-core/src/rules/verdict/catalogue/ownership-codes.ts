import { anywhere, checkClock, checkService, look, onHost } from '../steps.ts';
import type { CatalogueEntry } from './entry.ts';

/** Issues of who owns the buckets. */
export const OWNERSHIP_CODES = {
  bucket_coverage: {
    subject: 'buckets',
    question: 'ownership',
    inSummary: true,
    nextActions: { red: 'fix_bucket_coverage', amber: 'confirm_bucket_ownership' },
    canBePlanned: true,
    meaning:
      'Not every bucket is owned once by a healthy owner, or ownership is not dynamic. A gap is not watched; an overlap is watched twice.',
    likelyCauses: [
      'a host left without giving up its range',
      'a rollout step is under way',
      'ranges were set by hand',
    ],
    steps: (_about, sql) => [
      look('See who owns what', sql.bucket_owners),
      look('See what the monitors report', sql.monitor_ranges),
      anywhere('Let Jetmon report where the rollout stands', './jetmon2 rollout state-report'),
    ],
  },
  bucket_owner_row_unreadable: {
    subject: 'host',
    tally: ['unreadable owner row', 'unreadable owner rows'],
    crowd: 'owner rows cannot be read',
    question: 'ownership',
    inSummary: true,
    nextActions: { amber: 'review_warnings' },
    meaning:
      'A row of bucket ownership holds something that cannot be read. Which buckets that host owns is not known.',
    likelyCauses: ['the row was written by hand', "its host's version is newer than this dashboard"],
    steps: (_about, sql) => [look('See the rows as they are', sql.bucket_owners)],
  },
  owner_without_monitor: {
    subject: 'host',
    tally: ['owner without an active monitor', 'owners without an active monitor'],
    crowd: 'owners have no active monitor',
    question: 'ownership',
    inSummary: false,
    severities: ['red'],
    meaning:
      'A host owns buckets and no active monitor runs there, so nobody watches them. That its row is fresh proves nothing: every living monitor refreshes the rows of all.',
    likelyCauses: [
      'the monitor there died, or was stopped without giving up its range',
      'it was started with ROLLOUT_MODE=api-controlled, and stands by',
      'its row of process health was deleted',
    ],
    steps: (about, sql) => [
      checkService(about, 'is the monitor running?'),
      look('See who owns what', sql.bucket_owners),
      onHost(about, 'start it, so that its buckets are watched again', `systemctl start ${about.service}`),
    ],
  },
  range_mismatch: {
    subject: 'process',
    tally: ['monitor at odds with its owner row', 'monitors at odds with their owner rows'],
    crowd: 'monitors report another range than their owner rows',
    question: 'ownership',
    inSummary: false,
    severities: ['amber'],
    meaning:
      'A monitor with dynamic ownership reports another range than its owner row, or has no such row. Some buckets may be watched twice, others by nobody.',
    likelyCauses: ['its row was changed or deleted by hand', 'it missed the last change of ranges'],
    steps: (about, sql) => [
      look('Compare owner rows and reports', sql.monitor_ranges),
      onHost(about, 'let it take its range anew', './jetmon2 reload'),
    ],
  },
  owner_heartbeat_in_future: {
    subject: 'host',
    tally: ["owner row ahead of the database's clock", "owner rows ahead of the database's clock"],
    crowd: "owner rows lie ahead of the database's clock",
    question: 'ownership',
    inSummary: false,
    severities: ['amber'],
    meaning:
      "The heartbeat of an owner row lies more than a minute ahead of the database's clock. Until that time has passed the row looks fresh, whatever becomes of its host.",
    likelyCauses: [
      'a monitor, which refreshes the rows of all, writes with a wrong clock or time zone',
      'the row was written by hand',
    ],
    steps: (about, sql) => [
      look('See the heartbeats of all owners', sql.bucket_owners),
      look("Compare the processes with the database's clock", sql.clocks),
      checkClock(about),
    ],
  },
} satisfies Record<string, CatalogueEntry>;
