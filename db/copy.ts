import type { Readable, Writable } from "node:stream";
import postgres from "postgres";

export type CopySession = {
  query<Row>(text: string, values?: Array<string | number | boolean>): Promise<Row[]>;
  /** The text format of COPY, a row a line. */
  copyOut(statement: string): Promise<Readable>;
  /** Returns when the server has taken every row that `pour` wrote; throws what the server said when it did not. */
  copyIn(statement: string, pour: (into: Writable) => Promise<void>): Promise<void>;
};

/**
 * One transaction on a connection of its own, for streams of whole tables. This is what postgres.js does best; the pools never use
 * it (decision 1). `isolation` as after BEGIN, for example "isolation level repeatable read read only".
 */
export async function withCopySession<T>(url: string, isolation: string, run: (session: CopySession) => Promise<T>): Promise<T> {
  const sql = postgres(url, {
    max: 1,
    onnotice: () => undefined,
    connect_timeout: 10,
    connection: {
      application_name: "zhixing-copy",
      statement_timeout: 0,
      idle_in_transaction_session_timeout: 0,
      TimeZone: "UTC",
      DateStyle: "ISO",
    },
  });
  try {
    const outcome = await sql.begin(isolation, async (tx) => ({
      value: await run({
        query: async <Row>(text: string, values: Array<string | number | boolean> = []) => [...(await tx.unsafe(text, values))] as Row[],
        copyOut: (statement) => tx.unsafe(statement).readable(),
        copyIn: (statement, pour) => copyIn(tx, statement, pour),
      }),
    }));
    return outcome.value as T;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/**
 * postgres.js hands over the stream and then forgets the query: a row refused at the end of a COPY would leave the stream waiting
 * for ever (seen with 3.4.9). So we listen to the query's own rejection, which nobody else hears any more.
 */
async function copyIn(tx: postgres.TransactionSql, statement: string, pour: (into: Writable) => Promise<void>): Promise<void> {
  const query = tx.unsafe(statement);
  const settled = query as unknown as { reject(error: Error): void };
  const reject = settled.reject;
  const refused = new Promise<never>((_, fail) => {
    settled.reject = (error) => {
      reject(error);
      fail(error);
    };
  });
  refused.catch(() => undefined); // heard in the race below, or not at all when `pour` fails first
  const into = await query.writable();
  try {
    await Promise.race([pour(into), refused]);
  } catch (error) {
    into.destroy(error as Error);
    throw error;
  }
}
