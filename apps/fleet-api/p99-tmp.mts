import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadavg } from 'node:os';
const R = '/work/main';
const { startLabServer } = await import(`${R}/packages/fleet-lab/src/database/lab-server.ts`);
const { loadState } = await import(`${R}/packages/fleet-lab/src/state/load-state.ts`);
const { large } = await import(`${R}/packages/fleet-lab/src/scenarios/large.ts`);
const { startApiProcess } = await import(`${R}/apps/fleet-api/src/testing/start-api-process.ts`);
const { watchStarvation } = await import(`${R}/apps/fleet-api/src/testing/starvation.ts`);
const lab = await startLabServer({ databaseUrl: '' });
const db = await lab.createDatabase();
await loadState(db.admin, large.build().rows);
const api = await startApiProcess(db.reader, { FLEET_CACHE_TTL_MS: '1000' });
const port = Number(new URL(api.url).port);
await (await fetch(`${api.url}/api/fleet`)).arrayBuffer();
const held = async (behave) => {
  const s = connect(port, '127.0.0.1'); s.on('error', () => {}); await once(s, 'connect');
  const t = performance.now(); const closed = new Promise((r) => s.once('close', r)); void behave(s); await closed; return performance.now() - t;
};
const trickle = async (s) => { s.resume(); s.write('GET /api/fleet HTTP/1.1\r\nHost: a\r\nX-Slow: '); while (!s.destroyed) { s.write('a'); await sleep(200); } };
const wait = async (s) => { s.pause(); s.write('GET /api/fleet HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(60)); while (!s.destroyed) { await sleep(500); s.write('G'); } };
async function measure(name, path, until) {
  let over = false; until.then(() => { over = true; });
  const starvation = watchStarvation();
  const raw = [], excused = [];
  await Promise.all(Array.from({ length: 50 }, async (_, i) => {
    await sleep(i * 20);
    while (!over) { const at = Date.now(), t = performance.now(); const r = await fetch(`${api.url}${path}`, {headers: {'accept-encoding': 'gzip'}}); await r.arrayBuffer(); const l = performance.now() - t; raw.push(l); excused.push(Math.max(0, l - starvation.between(at, at + l))); await sleep(1000); }
  }));
  starvation.stop();
  const q = (a, p) => a.sort((x, y) => x - y)[Math.min(a.length - 1, Math.floor(a.length * p))].toFixed(1);
  console.log(name.padEnd(34), path.padEnd(11), `n ${raw.length} p50 ${q(raw, .5)} p99 ${q(raw, .99)} max ${q(raw, 1)} | excused p99 ${q(excused, .99)} max ${q(excused, 1)} | load ${loadavg()[0].toFixed(1)}`);
}
for (const path of ['/healthz', '/api/fleet']) for (let k = 0; k < 2; k++) {
  await measure('alone', path, sleep(8000));
  const slow = Promise.all(Array.from({ length: 200 }, () => held(trickle)));
  await measure('200 slow headers', path, slow);
  console.log('  closed within', Math.max(...await slow).toFixed(0));
  const readers = Promise.all(Array.from({ length: 50 }, () => held(wait)));
  await measure('50 that do not read', path, readers);
  const h = await readers; console.log('  closed between', Math.min(...h).toFixed(0), Math.max(...h).toFixed(0));
}
api.kill('SIGKILL'); await api.ended; await lab.stop(); process.exit(0);
