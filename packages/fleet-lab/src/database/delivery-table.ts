import type { DeliveryKind } from 'fleet-core/contract/delivery';

/** One outbound queue's table; the two differ in whom they reach and in the alert's severity. */
export function deliveryTableDdl(table: string, kind: DeliveryKind, isLater: boolean): string {
  const target = kind === 'webhook' ? 'webhook_id' : 'alert_contact_id';
  const severity = kind === 'alert' ? 'severity TINYINT UNSIGNED NOT NULL,' : '';
  const status = isLater ? 'VARCHAR(16)' : "ENUM('pending','delivered','failed','abandoned')";
  return `CREATE TABLE ${table} (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    ${target} BIGINT UNSIGNED NOT NULL,
    transition_id BIGINT UNSIGNED NOT NULL,
    event_id BIGINT UNSIGNED NOT NULL,
    event_type VARCHAR(64) NOT NULL,
    ${severity}
    payload JSON NOT NULL,
    status ${status} NOT NULL DEFAULT 'pending',
    attempt INT UNSIGNED NOT NULL DEFAULT 0,
    next_attempt_at TIMESTAMP NULL DEFAULT NULL,
    last_status_code INT NULL DEFAULT NULL,
    last_response VARCHAR(2048) NULL DEFAULT NULL,
    last_attempt_at TIMESTAMP NULL DEFAULT NULL,
    delivered_at TIMESTAMP NULL DEFAULT NULL,
    created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    UNIQUE KEY uk_${target}_transition (${target}, transition_id),
    KEY idx_status_next_attempt (status, next_attempt_at),
    KEY idx_${target}_created (${target}, created_at),
    KEY idx_event_id (event_id),
    KEY idx_status_delivered (status, delivered_at),
    KEY idx_status_last_attempt (status, last_attempt_at),
    KEY idx_status_created (status, created_at)
  ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`;
}
