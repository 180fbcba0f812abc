import { SCHEMA_VERSION } from 'fleet-core/contract/fleet-snapshot';
import { visibleText } from 'fleet-core/contract/visible-text';
import * as z from 'zod/mini';
import { CannotTell } from '../cannot-tell.ts';
import type { Access } from '../settings/access.ts';
import { printableValue } from '../terminal/printable.ts';
import { refusalText } from './refusal.ts';

/** An answer with what its headers say of its age. */
export type Answer<T> = { readonly value: T; readonly ageSec: number; readonly dateMs: number | null };

const Versioned = z.object({ schema_version: z.number() });

/**
 * Asks the dashboard once. All texts of the answer are printable. Throws `CannotTell` when it cannot be reached, is too slow,
 * refuses, sends elsewhere, or answers what this version cannot read.
 */
export async function ask<T>(access: Access, path: string, schema: z.ZodMiniType<T>): Promise<Answer<T>> {
  const fail = (why: string): never => {
    throw new CannotTell(`the dashboard at ${access.url} ${visibleText(why)}`);
  };
  const { response, text } = await request(access, path).catch((error: unknown) =>
    fail(failureText(error, access.timeoutMs)),
  );
  const { status, headers } = response;
  const body = printableValue(parse(text));
  if (status !== 200) {
    const isNamed = access.authorization !== null;
    return fail(refusalText({ status, body, location: headers.get('location'), isNamed }));
  }
  if (body === undefined) {
    const type = headers.get('content-type') ?? 'nothing that it names';
    return fail(`answers with something else than JSON (${type}): is this a login page, or another service?`);
  }
  const version = Versioned.safeParse(body);
  if (version.success && version.data.schema_version > SCHEMA_VERSION) {
    return fail(
      `speaks version ${version.data.schema_version} of the contract, newer than this command: update it`,
    );
  }
  const parsed = schema.safeParse(body);
  if (!parsed.success) return fail('gave an answer that this command cannot read');
  const dateMs = Date.parse(headers.get('date') ?? '');
  return {
    value: parsed.data,
    ageSec: Number(headers.get('age')) || 0,
    dateMs: Number.isNaN(dateMs) ? null : dateMs,
  };
}

async function request({ url, authorization, timeoutMs }: Access, path: string) {
  const response = await fetch(`${url}${path}`, {
    headers: {
      Accept: 'application/json',
      ...(authorization === null ? {} : { Authorization: authorization }),
    },
    // A login is not followed: what stands behind it is no answer of the dashboard, and must not see a token.
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  });
  return { response, text: await response.text() };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function failureText(error: unknown, timeoutMs: number): string {
  if (error instanceof Error && error.name === 'TimeoutError')
    return `gave no answer within ${timeoutMs / 1000}s`;
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return `cannot be reached (${code || (cause instanceof Error ? cause.message : String(cause))})`;
}
