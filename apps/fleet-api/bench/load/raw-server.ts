import { createServer, request } from 'node:http';
import { tellStarted } from './tell-started.ts';

/** What Node's server adds by itself. */
const OF_NODE = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding']);

const [url = '', encoding = ''] = process.argv.slice(2);
const { headers, body } = await takeAnswer();
const server = createServer({ keepAliveTimeout: 65_000 }, (_request, response) => {
  response.writeHead(200, headers);
  response.end(body);
});
server.listen(0, '127.0.0.1', () => tellStarted(server));

function takeAnswer(): Promise<{ headers: string[]; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { headers: { 'Accept-Encoding': encoding } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const raw = response.rawHeaders;
        const isOfNode = (at: number) => OF_NODE.has((raw[at - (at % 2)] ?? '').toLowerCase());
        resolve({ headers: raw.filter((_, at) => !isOfNode(at)), body: Buffer.concat(chunks) });
      });
    });
    asking.on('error', reject);
    asking.end();
  });
}
