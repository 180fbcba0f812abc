import { createServer } from 'node:http';
import { createPool } from 'mysql2/promise';
import { TEXTBOOK_LISTS, textbookQueue } from '../queries/textbook-queries.ts';
import { tellStarted } from './tell-started.ts';

const LISTS = TEXTBOOK_LISTS.map(({ sql }) => sql);
const QUEUES = [...textbookQueue('webhook'), ...textbookQueue('alert')].map(({ sql }) => sql);

const pool = createPool({ ...JSON.parse(process.argv[2] ?? ''), connectionLimit: 4 });
/** `/lists` reads processes and owners, `/facts` the counts of both queues as well. */
const server = createServer((request, response) => {
  const statements = request.url === '/facts' ? [...LISTS, ...QUEUES] : LISTS;
  void Promise.all(statements.map((sql) => pool.query(sql))).then((results) => {
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(results.map(([rows]) => rows)));
  });
});
server.listen(0, '127.0.0.1', () => tellStarted(server));
