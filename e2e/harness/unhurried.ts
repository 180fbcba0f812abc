/**
 * Settings of an API whose reads may take as long as they need: on a busy machine one that is cut short, and a part that is
 * missing then, would stay in what is looked at once or kept.
 */
export const UNHURRIED = { FLEET_REQUEST_TIMEOUT_MS: '17000' };
