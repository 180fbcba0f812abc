import type { Pool, PoolConnection, RowDataPacket } from 'mysql2/promise';

/** The database's clock in ms since 1970, cut to the whole second that its timestamps hold. */
export async function databaseNowMs(connection: Pool | PoolConnection): Promise<number> {
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT CAST(UNIX_TIMESTAMP() AS UNSIGNED) AS now_sec',
  );
  const nowSec = Number(rows[0]?.now_sec);
  if (!Number.isInteger(nowSec)) throw new Error('the database did not tell its time');
  return nowSec * 1000;
}
