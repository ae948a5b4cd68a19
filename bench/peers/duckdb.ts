import { peerPackage } from './install';
import { noScores, type RaceInput, type Racer } from './peer';

interface Chunk {
  readonly rowCount: number;
  setColumns(columns: readonly (readonly number[])[]): void;
  getColumnValues(column: number): readonly number[];
}

interface Connection {
  run(sql: string): Promise<{ fetchAllChunks(): Promise<readonly Chunk[]> }>;
  createAppender(table: string): Promise<{ appendDataChunk(chunk: Chunk): void; closeSync(): void }>;
  closeSync(): void;
}

interface DuckDb {
  DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<Connection> }> };
  DuckDBDataChunk: { create(types: readonly unknown[], rows: number): Chunk };
  INTEGER: unknown;
  DOUBLE: unknown;
}

/** Rows of one chunk of DuckDB. */
const chunkRows = 2048;

const bin = (axis: string) => [1, 2, 3, 4].map((cut) => `(${axis} > ${axis}Cuts[${cut}])::INTEGER`).join(' + ');

const query = (asOf: number) => `
  WITH buyers AS (
    SELECT customer, ${asOf} - max(day) AS days, count(*) AS orders, sum(amount) AS money FROM orders GROUP BY customer
  ), cuts AS (
    SELECT quantile_cont(days, [0.2, 0.4, 0.6, 0.8]) AS daysCuts,
           quantile_cont(orders, [0.2, 0.4, 0.6, 0.8]) AS ordersCuts,
           quantile_cont(money, [0.2, 0.4, 0.6, 0.8]) AS moneyCuts
    FROM buyers
  )
  SELECT customer, 5 - (${bin('days')}), 1 + ${bin('orders')}, 1 + ${bin('money')} FROM buyers, cuts`;

/** An in-memory database with every processor; one query. */
export async function duckdb(): Promise<Racer<{ connection: Connection; input: RaceInput }>> {
  const { DuckDBInstance, DuckDBDataChunk, INTEGER, DOUBLE } = await peerPackage<DuckDb>('@duckdb/node-api');
  return {
    name: 'DuckDB 1.5.6',
    async load(input) {
      const connection = await (await DuckDBInstance.create(':memory:')).connect();
      await connection.run('CREATE TABLE orders (customer INTEGER, day DOUBLE, amount DOUBLE)');
      const appender = await connection.createAppender('orders');
      const { customer, day, amount } = input.orders;
      for (let from = 0; from < customer.length; from += chunkRows) {
        const chunk = DuckDBDataChunk.create([INTEGER, DOUBLE, DOUBLE], chunkRows);
        chunk.setColumns([customer, day, amount].map((column) => Array.from(column.subarray(from, from + chunkRows))));
        appender.appendDataChunk(chunk);
      }
      appender.closeSync();
      return { connection, input };
    },
    async score({ connection, input: { customers, asOf } }) {
      const chunks = await (await connection.run(query(asOf))).fetchAllChunks();
      const scores = noScores(customers);
      for (const chunk of chunks) {
        const [who, r, f, m] = [0, 1, 2, 3].map((column) => chunk.getColumnValues(column));
        who!.forEach((customer, row) => {
          scores.r[customer] = r![row]!;
          scores.f[customer] = f![row]!;
          scores.m[customer] = m![row]!;
        });
      }
      return scores;
    },
    close: ({ connection }) => connection.closeSync(),
  };
}
