import type { Readable, Writable } from "node:stream";
import postgres from "postgres";

export type CopySession = {
  query<Row>(text: string, values?: Array<string | number | boolean>): Promise<Row[]>;
  /** The text format of COPY, a row a line. */
  copyOut(statement: string): Promise<Readable>;
  copyIn(statement: string): Promise<Writable>;
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
    connection: { application_name: "zhixing-copy", statement_timeout: 0, idle_in_transaction_session_timeout: 0, TimeZone: "UTC", DateStyle: "ISO" },
  });
  try {
    const outcome = await sql.begin(isolation, async (tx) => ({
      value: await run({
        query: async <Row>(text: string, values: Array<string | number | boolean> = []) => [...(await tx.unsafe(text, values))] as Row[],
        copyOut: (statement) => tx.unsafe(statement).readable(),
        copyIn: (statement) => tx.unsafe(statement).writable(),
      }),
    }));
    return outcome.value as T;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
