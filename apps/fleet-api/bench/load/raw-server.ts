import { createServer } from 'node:http';
import { print } from 'fleet-lab/terminal/terminal';

/** The bar: Node's own server with one ready buffer and nothing to decide. Takes the bytes, prints its port. */
const body = Buffer.alloc(Number(process.argv[2]), 'x');
const headers = ['Content-Type', 'application/json', 'Content-Length', String(body.length)];
const server = createServer((_request, response) => {
  response.writeHead(200, headers);
  response.end(body);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address !== null) print(String(address.port));
});
