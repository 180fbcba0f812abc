import type { Pool, PoolConnection, RowDataPacket } from 'mysql2/promise';

/** The database's clock, cut to the whole second that its timestamps hold. */
export async function databaseNow(connection: Pool | PoolConnection): Promise<Date> {
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT CAST(UNIX_TIMESTAMP() AS UNSIGNED) AS now_sec',
  );
  const nowSec = Number(rows[0]?.now_sec);
  if (!Number.isInteger(nowSec)) throw new Error('the database did not tell its time');
  return new Date(nowSec * 1000);
}
