import { anywhere, look, onHost, SERVICE_LOG, SERVICE_STATUS } from '../steps.ts';
import type { CatalogueEntry } from './entry.ts';

/** Issues of the outbound deliveries and of who makes them. */
export const DELIVERY_CODES = {
  delivery_queues: {
    question: 'queues',
    inSummary: true,
    nextActions: { red: 'investigate_delivery_failures', amber: 'drain_due_deliveries' },
    meaning:
      'Deliveries are due, have failed or were abandoned, or a queue could not be read. Somebody is not told what he should be.',
    likelyCauses: ['receivers refuse or are down', 'the deliverer is slow, or none is at work'],
    steps: (about, sql) => [
      look('See the answers that failed deliveries got', sql.failed_deliveries),
      look('See what waits', sql.waiting_deliveries),
      onHost(about, 'how does delivery go?', 'jetmon-deliverer delivery-check'),
    ],
  },
  delivery_posture: {
    question: 'delivery_owner',
    inSummary: true,
    nextActions: { amber: 'confirm_delivery_owner' },
    meaning: 'Not exactly one host delivers. Deliveries may go out twice, or not at all.',
    likelyCauses: ['DELIVERY_OWNER_HOST is not set on a host', 'the deliverer is not running'],
    steps: (about, sql) => [
      look('See who has workers enabled, and whom they name', sql.delivery_workers),
      onHost(about, 'is DELIVERY_OWNER_HOST set, and the same everywhere?', SERVICE_STATUS),
    ],
  },
  delivery_overdue: {
    question: 'queues',
    inSummary: false,
    severities: ['amber'],
    meaning:
      'Deliveries wait longer than they ever should, or are planned for so late that nobody will profit. Being planned ahead, they do not count as due.',
    likelyCauses: [
      'a deliverer takes them and hangs',
      'receivers have failed for hours',
      'a time was written by a wrong clock',
    ],
    steps: (about, sql) => [
      look('See what waits, and until when', sql.waiting_deliveries),
      onHost(about, 'how does delivery go?', 'jetmon-deliverer delivery-check'),
    ],
  },
  delivery_owner_absent: {
    question: 'delivery_owner',
    inSummary: false,
    severities: ['amber'],
    meaning:
      'A host is named as the owner of delivery and no active process there has its workers enabled. What is queued will wait.',
    likelyCauses: ['the deliverer there is down', 'the owner was moved and a host still names the old one'],
    steps: (about, sql) => [
      onHost(about, 'is the deliverer running?', 'systemctl status jetmon-deliverer'),
      look('See who has workers enabled, and whom they name', sql.delivery_workers),
    ],
  },
  delivery_owner_mismatch: {
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
      onHost(about, 'which owner is configured?', SERVICE_LOG),
      anywhere('Let Jetmon check it', 'jetmon-deliverer delivery-check'),
    ],
  },
} satisfies Record<string, CatalogueEntry>;
