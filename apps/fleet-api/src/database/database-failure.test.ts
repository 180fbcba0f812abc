import { TooManyRows } from 'fleet-core/sql/readable-rows';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { DatabaseFailure, toDatabaseFailure } from './database-failure.ts';

const driverError = (facts: object) => Object.assign(new Error('secret'), facts);

it.each([
  [1040, 'too_many_connections'],
  [1045, 'denied'],
  [1049, 'schema'],
  [1054, 'schema'],
  [1129, 'blocked'],
  [1130, 'denied'],
  [1142, 'denied'],
  [1146, 'schema'],
  [1156, 'unreachable'],
  [1158, 'unreachable'],
  [1205, 'timeout'],
  [1317, 'timeout'],
  [1792, 'read_only'],
  [1820, 'denied'],
  [1862, 'denied'],
  [1927, 'unreachable'],
  [1969, 'timeout'],
  [3024, 'timeout'],
  [3118, 'denied'],
  [3159, 'tls'],
  [4031, 'unreachable'],
  [4151, 'denied'],
  [9001, 'unreachable'],
])('the errno %i is %s, whatever the driver calls it', (errno, failureClass) => {
  expect(toDatabaseFailure(driverError({ errno, code: undefined })).failureClass).toBe(failureClass);
});

it.each([
  [{ code: 'ECONNREFUSED', errno: -111 }, 'unreachable'],
  [{ code: 'ENOTFOUND', errno: -3008 }, 'unreachable'],
  [{ code: 'ETIMEDOUT' }, 'timeout'],
  [{ code: 'PROTOCOL_CONNECTION_LOST' }, 'unreachable'],
  [{ code: 'PROTOCOL_UNEXPECTED_PACKET' }, 'unreachable'],
  [{ code: 'HANDSHAKE_NO_SSL_SUPPORT' }, 'tls'],
  [{ code: 'HANDSHAKE_SSL_ERROR', reason: 'certificate has expired' }, 'tls'],
  [{ code: 'HANDSHAKE_SSL_ERROR', errno: -104 }, 'unreachable'],
  [{ code: 'AUTH_SWITCH_PLUGIN_ERROR' }, 'denied'],
])('without an errno of the server the code decides: %j is %s', (facts, failureClass) => {
  expect(toDatabaseFailure(driverError(facts)).failureClass).toBe(failureClass);
});

it('rows of another shape are a matter of the schema', () => {
  const { error } = z.object({ a: z.string() }).safeParse({});
  expect(toDatabaseFailure(error).failureClass).toBe('schema');
});

it('a list that is too long is told apart', () => {
  const failure = toDatabaseFailure(new TooManyRows('more than 10000 rows'));
  expect([failure.failureClass, failure.isOurs]).toEqual(['too_many_rows', false]);
});

describe('whose fault it is', () => {
  it('a number of the server that we do not know is the server’s', () => {
    const failure = toDatabaseFailure(driverError({ errno: 1021 }));
    expect([failure.failureClass, failure.isOurs]).toEqual(['internal', false]);
  });

  it('an error of our own is ours', () => {
    const failure = toDatabaseFailure(new TypeError('x is undefined'));
    expect([failure.failureClass, failure.isOurs]).toEqual(['internal', true]);
  });

  it('what has neither errno nor code is of the class that is told', () => {
    expect(toDatabaseFailure(new RangeError('offset'), 'unreachable').failureClass).toBe('unreachable');
  });
});

it('its own words tell nothing of what the driver said', () => {
  const failure = toDatabaseFailure(driverError({ errno: 1045 }));
  expect(failure.message).not.toContain('secret');
  expect(failure).toBeInstanceOf(DatabaseFailure);
});
