import { type AuthPlugin, authPlugins as driverPlugins } from 'mysql2';
import { DatabaseFailure } from '../database-failure.ts';

/**
 * The ways to log in that give the password itself to the server, or encrypt it with a key that the server names.
 * Whoever answers in the server's place could read it; so they serve only where nobody else can answer.
 */
export function authPlugins(isServerKnown: boolean): Record<string, AuthPlugin> {
  return {
    caching_sha2_password: driverPlugins.caching_sha2_password({
      overrideIsSecure: isServerKnown,
      onServerPublicKey: () => {
        throw refusal('caching_sha2_password');
      },
    }),
    sha256_password: inTheClear('sha256_password', isServerKnown),
    mysql_clear_password: inTheClear('mysql_clear_password', isServerKnown),
  };
}

function inTheClear(name: string, isServerKnown: boolean): AuthPlugin {
  return ({ connection }) =>
    () => {
      if (!isServerKnown) throw refusal(name);
      return Buffer.from(`${connection.config.password ?? ''}\0`);
    };
}

function refusal(plugin: string): DatabaseFailure {
  return new DatabaseFailure(
    'tls',
    `the server asks for the password in a form that it could read (${plugin}), and has not proved who it is`,
  );
}
