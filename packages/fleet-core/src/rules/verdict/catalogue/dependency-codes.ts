import { look, readLog, type StepsFor } from '../steps.ts';
import type { CatalogueEntry } from './entry.ts';

/** What a process that fails for a dependency, or rates it as failing, is asked first. */
export const dependencySteps: StepsFor = (about, sql) => [
  look('See who reports what of it, with the errors', sql.process_errors),
  readLog(about, 'what does it say of it?'),
];

/** Issues of what processes depend on. */
export const DEPENDENCY_CODES = {
  dependency_health_unreadable: {
    subject: 'process',
    tally: ['report that cannot be read', 'reports that cannot be read'],
    crowd: 'processes report dependencies that cannot be read',
    question: 'dependencies',
    inSummary: true,
    nextActions: { amber: 'review_warnings' },
    meaning:
      'A process reports its dependencies in a form that is no list of entries, or more of them than are read. What it depends on may fail unseen.',
    likelyCauses: ['its version is newer than this dashboard', 'its row was written by hand'],
    steps: (about, sql) => [
      look('See what each process says of its dependencies', sql.process_errors),
      readLog(about, 'what does it complain of?'),
    ],
  },
  dependency_red: {
    subject: 'dependency',
    tally: ['red though its processes are green', 'red though their processes are green'],
    crowd: 'dependencies are red under green processes',
    question: 'dependencies',
    inSummary: false,
    severities: ['amber'],
    meaning:
      'Processes call themselves green and report a dependency as red. The trouble is there, though no process counts it.',
    likelyCauses: [
      'the dependency is down and not needed at this moment',
      'the processes rate their health wrongly',
    ],
    steps: dependencySteps,
  },
  wpcom_circuit_open: {
    subject: 'process',
    tally: ['open circuit to WordPress.com', 'open circuits to WordPress.com'],
    crowd: 'monitors have an open circuit to WordPress.com',
    question: 'dependencies',
    inSummary: false,
    severities: ['amber'],
    meaning:
      'A monitor has stopped asking WordPress.com for a while, since its requests failed. What it would have asked waits in its queue.',
    likelyCauses: ['WordPress.com or the way to it is down', 'its credentials were refused'],
    steps: (about, sql) => [
      readLog(about, 'what did WordPress.com answer?'),
      look('See what each process says of its dependencies', sql.process_errors),
    ],
  },
} satisfies Record<string, CatalogueEntry>;
