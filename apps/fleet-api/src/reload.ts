import type { Logger } from 'pino';
import { changedTokens } from './access/changed-tokens.ts';
import type { ConfigResult } from './config.ts';
import type { FleetApi } from './fleet-api.ts';
import { changedSettings } from './settings/changed-settings.ts';
import { Environment } from './settings/environment.ts';

export type ReloadOptions = {
  /** The settings of the start. */
  readonly started: Extract<ConfigResult, { ok: true }>;
  readonly readSettings: () => ConfigResult;
  readonly api: Pick<FleetApi, 'reload'>;
  readonly log: Logger;
};

/**
 * Makes what reads the settings anew and lets those count that can. The log has what changed, and what of it needs a restart;
 * while a setting is faulty all stay as they were. The plan and the password's file are read anew in any case.
 */
export function createReload({ started, readSettings, api, log }: ReloadOptions): () => Promise<void> {
  let counting = { password: started.config.database.password, tokens: started.config.access.tokens };
  let known = started.given;

  return async () => {
    const result = readSettings();
    if (!result.ok) {
      log.error({ faults: result.faults }, 'settings are faulty: all of them stay as they were');
      await api.reload({ ...counting, areFaulty: true }, {});
      return;
    }
    const { reloaded, needRestart } = changedSettings(known, result.given, Object.keys(Environment.shape));
    const { database, access } = result.config;
    const before = counting;
    counting = {
      password: reloaded.includes('DB_PASSWORD') ? database.password : before.password,
      // Whether tokens are asked for is a matter of the start: no slip of the pen opens a door.
      tokens: before.tokens && (access.tokens ?? before.tokens),
    };
    const values = { ...known.values };
    for (const name of reloaded) values[name] = result.given.values[name] ?? '';
    known = { ...known, values };
    const tokens = changedTokens(before.tokens ?? [], counting.tokens ?? []);
    if (needRestart.length > 0) log.warn({ settings: needRestart }, 'these settings count after a restart');
    await api.reload({ ...counting, areFaulty: false }, { changed: reloaded, tokens });
  };
}
