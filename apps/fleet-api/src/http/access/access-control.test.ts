import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { toToken } from '../../access/token.ts';
import { createLimitLog } from '../../log/limit-log.ts';
import { createAccessControl } from './access-control.ts';
import { createVisitorLog } from './visitor-log.ts';

const DAY_MS = 24 * 3_600_000;
const anna = toToken('anna', '0123456789abcdef0123456789abcdef');
const bert = toToken('bert', 'fedcba9876543210fedcba9876543210');

function control() {
  let nowMs = Date.UTC(2026, 3, 30);
  const log = pino({ level: 'silent' });
  const access = createAccessControl({
    tokens: [anna, bert],
    isTrustedProxy: () => false,
    basePath: '',
    limitLog: createLimitLog(log),
    visitorLog: createVisitorLog(log),
    clockMs: () => nowMs,
  });

  function requestWith(headers: Record<string, string>) {
    const request = new IncomingMessage(new Socket());
    request.url = '/api/fleet';
    Object.assign(request.headers, headers);
    return { request, response: new ServerResponse(request) };
  }

  /** The status that it is refused with, and the cookie that it is given. */
  function check(headers: Record<string, string>) {
    const { request, response } = requestWith(headers);
    const status = access.check(request, response)?.status;
    return { status, cookie: response.getHeader('set-cookie')?.toString().split(';')[0] };
  }

  /** The cookie of a wall that has just used its link. */
  function openWall(): string {
    const asking = requestWith({ authorization: 'Bearer 0123456789abcdef0123456789abcdef' });
    const made = access.makeLink(asking.request);
    if (!made.ok) throw new Error('no link was made');
    const { request, response } = requestWith({});
    access.useLink(request, response, made.link);
    return response.getHeader('set-cookie')?.toString().split(';')[0] ?? '';
  }

  return {
    access,
    check,
    openWall,
    later: (ms: number) => {
      nowMs += ms;
    },
  };
}

it("a wall's cookie is renewed once it is older than a day: a wall that stays on stays known", () => {
  const { check, openWall, later } = control();
  const cookie = openWall();
  later(DAY_MS);
  expect(check({ cookie })).toEqual({ status: undefined, cookie: undefined });
  later(1);
  const renewed = check({ cookie }).cookie ?? '';
  expect(renewed).toMatch(/^fleet_pass_/);
  later(89 * DAY_MS);
  expect(check({ cookie }).status).toBe(401);
  expect(check({ cookie: renewed }).status).toBeUndefined();
});

it('cookies of several dashboards of one host do not stand in each other’s way', () => {
  const { check, openWall } = control();
  expect(check({ cookie: `a=b; fleet_pass_0000000000000000=x.y.z; ${openWall()}` }).status).toBeUndefined();
});

it('other tokens count at once, and passes of those that are gone have ended', () => {
  const { access, check, openWall } = control();
  const cookie = openWall();
  access.replace([bert]);
  expect(check({ cookie }).status).toBe(401);
  expect(check({ authorization: 'Bearer fedcba9876543210fedcba9876543210' }).status).toBeUndefined();
});

it('wrong tokens are counted, and those that were not looked at beside them', () => {
  const { access, check } = control();
  for (let i = 0; i < 7; i++) check({ authorization: `Bearer guess-${i}` });
  expect(access.counts()).toEqual({ wrong: 6, paused: 1 });
});
