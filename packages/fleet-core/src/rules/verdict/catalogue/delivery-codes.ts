import {
  act,
  anywhere,
  checkService,
  DELIVERER_SERVICE,
  look,
  onHost,
  readLog,
  type StepSubject,
  type StepsFor,
} from '../steps.ts';
import type { CatalogueEntry } from './entry.ts';

function ofDeliverer({ hosts }: StepSubject): StepSubject {
  return { hosts, service: DELIVERER_SERVICE };
}

const waitingSteps: StepsFor = (about, sql) => [
  look('See what waits, and until when', sql.waiting_deliveries),
  onHost(about, 'how does delivery go?', 'jetmon-deliverer delivery-check'),
];

/** Issues of the outbound deliveries and of who makes them. */
export const DELIVERY_CODES = {
  delivery_queues: {
    subject: 'queue',
    tally: ['queue in trouble', 'queues in trouble'],
    crowd: 'queues are in trouble',
    question: 'queues',
    inSummary: true,
    nextActions: { red: 'investigate_delivery_failures', amber: 'drain_due_deliveries' },
    meaning:
      'Deliveries are due, have failed or were abandoned, or a queue could not be read. Some receivers are told late, or not at all.',
    likelyCauses: ['receivers refuse or are down', 'the deliverer is slow, or none is at work'],
    steps: (about, sql) => [
      look('See the answers that failed deliveries got', sql.failed_deliveries),
      look('See what waits', sql.waiting_deliveries),
      onHost(about, 'how does delivery go?', 'jetmon-deliverer delivery-check'),
    ],
  },
  delivery_posture: {
    subject: 'fleet',
    question: 'delivery_owner',
    inSummary: true,
    nextActions: { amber: 'confirm_delivery_owner' },
    meaning: 'Not exactly one host delivers. Deliveries may go out twice, or not at all.',
    likelyCauses: ['DELIVERY_OWNER_HOST is not set on a host', 'the deliverer is not running'],
    steps: (about, sql) => [
      look('See who has workers enabled, and whom they name', sql.delivery_workers),
      checkService(ofDeliverer(about)),
      act('Set DELIVERY_OWNER_HOST to the same host everywhere.'),
    ],
  },
  delivery_overdue: {
    subject: 'queue',
    tally: ['queue overdue', 'queues overdue'],
    crowd: 'queues are overdue',
    question: 'queues',
    inSummary: false,
    severities: ['amber'],
    meaning:
      'Deliveries wait for longer than they ever should, are planned for far too late, or grow old while nothing is delivered. What is planned ahead does not count as due, so no count of due deliveries shows it.',
    likelyCauses: [
      'a deliverer takes them and hangs',
      'receivers have failed for hours',
      'a time was written by a wrong clock',
    ],
    steps: waitingSteps,
  },
  delivery_owner_absent: {
    subject: 'host',
    tally: ['named owner without active workers', 'named owners without active workers'],
    crowd: 'named delivery owners have no active workers',
    question: 'delivery_owner',
    inSummary: false,
    severities: ['amber'],
    meaning:
      'A host is named as the owner of delivery and no active process there has its workers enabled. What is queued for it will wait.',
    likelyCauses: ['the deliverer there is down', 'the owner was moved and a host still names the old one'],
    steps: (about, sql) => [
      checkService(ofDeliverer(about), 'is the deliverer running?'),
      look('See who has workers enabled, and whom they name', sql.delivery_workers),
    ],
  },
  delivery_owner_mismatch: {
    subject: 'fleet',
    question: 'delivery_owner',
    inSummary: false,
    severities: ['amber'],
    meaning:
      'Hosts disagree on who delivers, or one has its workers enabled and names another. Deliveries may go out twice, or not at all.',
    likelyCauses: [
      'DELIVERY_OWNER_HOST was changed on some hosts only',
      'workers were enabled on a host that is not the owner',
    ],
    steps: (about, sql) => [
      look('See who has workers enabled, and whom they name', sql.delivery_workers),
      readLog(ofDeliverer(about), 'which owner is configured?'),
      anywhere('Let Jetmon check it', 'jetmon-deliverer delivery-check'),
    ],
  },
} satisfies Record<string, CatalogueEntry>;
