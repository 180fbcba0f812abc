import { once } from 'node:events';
import { createServer } from 'node:http';
import { onTestFinished } from 'vitest';

/** An answer as a dashboard, or what stands before it, may give it. */
export type ToldAnswer = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON when it is no text. */
  readonly body?: unknown;
};

/** A server of one test. */
export type AnsweringServer = {
  readonly url: string;
  /** What was asked, as `GET /api/fleet`, and with which authorization. */
  readonly asked: { readonly target: string; readonly authorization: string | undefined }[];
};

/** Answers each path as `answer` tells it; null never answers. Ends with the test. */
export async function answeringServer(
  answer: (target: string) => ToldAnswer | null,
): Promise<AnsweringServer> {
  const asked: AnsweringServer['asked'] = [];
  const server = createServer((request, response) => {
    const target = request.url ?? '';
    asked.push({ target, authorization: request.headers.authorization });
    const told = answer(target);
    if (told === null) return;
    const { status = 200, headers = {}, body } = told;
    const isText = typeof body === 'string';
    response.writeHead(status, { 'content-type': isText ? 'text/html' : 'application/json', ...headers });
    response.end(isText ? body : JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return { url: `http://127.0.0.1:${address.port}`, asked };
}
