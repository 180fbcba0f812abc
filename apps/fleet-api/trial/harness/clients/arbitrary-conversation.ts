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
      '/api/fleet/gate?for=dynamic',
      '/api/fleet/gate?for=rollback&buckets=0-99',
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
    'http://localhost/api/fleet',
    'http://localhost/fleet/assets/app.js?x',
    'http://a/api/fleet',
    'https://user:password@localhost',
    'http://[::1/',
    '/fleet/?wall=1',
    'a:1',
    '/api/fleet?',
    '/\u0000',
  ),
);

const headerName = fc.oneof(
  fc.constantFrom('Host', 'Accept-Encoding', 'If-None-Match', 'X-Request-Id', 'Range', 'Expect', 'Upgrade'),
  fc.constantFrom('If-Match', 'If-Range', 'If-Unmodified-Since', 'Origin', 'Sec-Fetch-Site'),
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
  fc.constantFrom('bytes=100-200', 'bytes=-0', 'bytes=0-1,4-5', 'bytes=5-1', 'Thu, 01 Jan 1970 00:00:01 GMT'),
  fc.constantFrom('"x", W/"y", *', 'W/"', '"', 'http://localhost', 'null', 'cross-site'),
  fc.constantFrom(
    'br;q=0, gzip;q=x',
    'gzip;q=0.001, br;q=0.002, *;q=0',
    '*',
    'W/"x"',
    '__proto__',
    'a'.repeat(500),
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

const host = fc.oneof(
  { weight: 8, arbitrary: fc.constant(['Host: localhost']) },
  fc.constantFrom([], ['Host: a'], ['Host: localhost', 'Host: localhost'], ['Host: [::1]:80']),
);

const request = fc
  .record({
    method,
    host,
    target,
    version: fc.oneof(
      { weight: 5, arbitrary: fc.constant('HTTP/1.1') },
      fc.constantFrom('HTTP/1.0', 'HTTP/2.0', 'X', ''),
    ),
    headers: fc.array(fc.tuple(headerName, headerValue), { maxLength: 6 }),
    lineEnd: fc.oneof({ weight: 8, arbitrary: fc.constant('\r\n') }, fc.constantFrom('\n', '\r', '')),
    body: fc.oneof({ weight: 3, arbitrary: fc.constant('') }, fc.string({ maxLength: 30 })),
  })
  .map(({ method, host, target, version, headers, lineEnd, body }) => {
    const lines = [
      `${method} ${target} ${version}`,
      ...host,
      ...headers.map(([name, value]) => `${name}: ${value}`),
    ];
    return `${lines.join(lineEnd)}${lineEnd}${lineEnd}${body}`;
  });

/** The same again and again, without waiting for an answer. */
const burst = fc.tuple(request, fc.integer({ min: 2, max: 40 })).map(([text, count]) => text.repeat(count));

/** Requests, right and wrong, one after the other over one connection, cut into pieces anywhere. */
export const arbitraryConversation: fc.Arbitrary<Buffer[]> = fc
  .tuple(
    fc.array(
      fc.oneof(
        { weight: 12, arbitrary: request },
        { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
        burst,
      ),
      { minLength: 1, maxLength: 4 },
    ),
    fc.array(fc.nat(400), { maxLength: 4 }),
  )
  .map(([requests, cuts]) => {
    const bytes = Buffer.from(requests.join(''), 'utf8');
    const edges = [0, ...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b), bytes.length];
    return edges.slice(1).map((end, i) => bytes.subarray(edges[i], end));
  });
