import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.html': 'text/html',
};

/** Tells when the first row was on screen, then asks for each further answer by key. */
const driver = (polls: number) => `<script>
  new MutationObserver((_, observer) => {
    if (document.querySelector('tr[data-process]') === null) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => {
      fetch('/rows?' + performance.now());
      let left = ${polls};
      setTimeout(function poll() {
        if (left-- === 0) return fetch('/ended');
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'r', bubbles: true }));
        setTimeout(poll, 1200);
      }, 1500);
    }));
  }).observe(document, { childList: true, subtree: true });
</script>`;

/** A built page served with ready answers, one after the other; `ended` resolves with when its first rows were there. */
export async function servePage(directory: string, answers: readonly Buffer[]) {
  let asked = 0;
  let firstRowsMs = Number.NaN;
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/api/fleet') {
      const answer = answers[Math.min(asked++, answers.length - 1)];
      response.setHeader('content-type', 'application/json').end(answer);
      return;
    }
    if (pathname === '/rows') firstRowsMs = Number(search.slice(1));
    if (pathname === '/ended') end();
    const file = join(directory, pathname === '/fleet' ? 'index.html' : pathname.replace('/fleet/', ''));
    if (pathname.startsWith('/api/') || extname(file) === '' || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('content-type', TYPES[extname(file)] ?? 'text/plain');
    const bytes = readFileSync(file);
    response.end(
      pathname === '/fleet' ? `${bytes}`.replace('<head>', `<head>${driver(answers.length - 1)}`) : bytes,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the page is not served on a port');
  return {
    url: `http://127.0.0.1:${address.port}/fleet`,
    ended,
    firstRowsMs: () => firstRowsMs,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
