import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";

/**
 * Holds the counter of a year until the transaction ends, so that certificates are given one transaction after the other. What is to be
 * given is read after this, in a statement of its own: it then sees what was given while we waited.
 */
export async function holdCounter(tx: Tx, year: number): Promise<void> {
  await tx.execute(sql`
    insert into certificate_serials (year, last) values (${year}, 0)
    on conflict (year) do update set last = certificate_serials.last`);
}

/** The next `count` numbers of the year; none is ever given again (D14). */
export async function takeNumbers(tx: Tx, year: number, count: number): Promise<number[]> {
  const { rows } = await tx.execute<{ last: number }>(
    sql`update certificate_serials set last = last + ${count} where year = ${year} returning last`,
  );
  const last = rows[0]?.last;
  if (last === undefined) throw new Error(`nobody holds the counter of ${year}`);
  return Array.from({ length: count }, (_, at) => last - count + 1 + at);
}
