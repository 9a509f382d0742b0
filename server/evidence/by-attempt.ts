import type { z } from "zod";
import { type Pack, rowsOf } from "./open-pack.ts";

type Row = { readonly attempt_id: number };

/**
 * Reads a file whose lines stand in the order of the attempts, one attempt at a time: told a number, it gives the lines of that attempt. Asked
 * in rising order it holds no more than those, however large the file.
 */
export async function byAttempt<T extends Row>(pack: Pack, name: string, schema: z.ZodType<T>): Promise<(id: number) => Promise<T[]>> {
  const rows = rowsOf(pack, name, schema);
  let next = await rows.next();
  return async (id) => {
    const own: T[] = [];
    while (!next.done && next.value.attempt_id <= id) {
      if (next.value.attempt_id === id) own.push(next.value);
      next = await rows.next();
    }
    return own;
  };
}
