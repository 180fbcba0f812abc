import fc from 'fast-check';

const method = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('GET', 'HEAD', 'POST', 'OPTIONS', 'DELETE', 'CONNECT', 'TRACE') },
  fc.string({ maxLength: 12 }),
);

const target = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '/',
      '/fleet',
      '/api/fleet',
      '/api/fleet/history',
      '/healthz',
      '/fleet/assets/app.js',
    ),
  },
  fc.webPath(),
  fc.string({ unit: 'binary', maxLength: 40 }).map((text) => `/${text}`),
  fc.constantFrom(
    '*',
    '//',
    '/%',
    '/%ff',
    '/fleet/assets/%',
    'http://a/api/fleet',
    'a:1',
    '/api/fleet?',
    '/\u0000',
  ),
);

const headerName = fc.oneof(
  fc.constantFrom('Host', 'Accept-Encoding', 'If-None-Match', 'X-Request-Id', 'Range', 'Expect', 'Upgrade'),
  fc.constantFrom(
    'Content-Length',
    'Transfer-Encoding',
    'Connection',
    'Accept',
    'If-Modified-Since',
    'Cookie',
  ),
  fc.string({ maxLength: 12 }),
);
const headerValue = fc.oneof(
  fc.constantFrom(
    'a',
    '',
    'close',
    'keep-alive',
    'chunked',
    '0',
    '5',
    '-1',
    '100-continue',
    'bytes=0-9',
    'websocket',
  ),
  fc.constantFrom('br;q=0, gzip;q=x', '*', 'W/"x"', '__proto__', 'a'.repeat(500)),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

const request = fc
  .record({
    method,
    target,
    version: fc.oneof(
      { weight: 5, arbitrary: fc.constant('HTTP/1.1') },
      fc.constantFrom('HTTP/1.0', 'HTTP/2.0', 'X', ''),
    ),
    headers: fc.array(fc.tuple(headerName, headerValue), { maxLength: 6 }),
    lineEnd: fc.oneof({ weight: 8, arbitrary: fc.constant('\r\n') }, fc.constantFrom('\n', '\r', '')),
    body: fc.oneof({ weight: 3, arbitrary: fc.constant('') }, fc.string({ maxLength: 30 })),
  })
  .map(({ method, target, version, headers, lineEnd, body }) => {
    const lines = [
      `${method} ${target} ${version}`,
      'Host: a',
      ...headers.map(([name, value]) => `${name}: ${value}`),
    ];
    return `${lines.join(lineEnd)}${lineEnd}${lineEnd}${body}`;
  });

/** Requests, right and wrong, one after the other over one connection, cut into pieces anywhere. */
export const arbitraryConversation: fc.Arbitrary<Buffer[]> = fc
  .tuple(
    fc.array(fc.oneof({ weight: 6, arbitrary: request }, fc.string({ unit: 'binary', maxLength: 60 })), {
      minLength: 1,
      maxLength: 4,
    }),
    fc.array(fc.nat(400), { maxLength: 4 }),
  )
  .map(([requests, cuts]) => {
    const bytes = Buffer.from(requests.join(''), 'utf8');
    const edges = [0, ...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b), bytes.length];
    return edges.slice(1).map((end, i) => bytes.subarray(edges[i], end));
  });
