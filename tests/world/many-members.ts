import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { encode } from "next-auth/jwt";
import pg from "pg";
import { Caller } from "./browser-less.ts";

type House = { url: string; databaseUrl: string; dataDir: string };

/** The cookie of a sign-in that stands in the database, made with the house's own secret. */
export async function cookieOf(house: House, sessionId: string): Promise<string> {
  const secret = readFileSync(join(house.dataDir, "auth-secret"), "utf8").trim();
  return `zx-session=${await encode({ token: { sid: sessionId }, secret, maxAge: 3_600 })}`;
}

/** So many members of the demo county, signed in without asking for passwords; new people are made when it has too few. */
export async function signedInMembers(house: House, count: number): Promise<{ personId: number; caller: Caller }[]> {
  const client = new pg.Client({ connectionString: house.databaseUrl });
  await client.connect();
  await client.query(
    `insert into people (staff_no, account, name, branch_id)
     select 'x' || g, 'x' || g, '试' || g, (select id from branches order by length(path) desc, id limit 1 offset g % 8) from generate_series(1, $1) g
     on conflict do nothing`,
    [count],
  );
  const { rows } = await client.query<{ id: string }>("select id from people where account like 'x%' order by id limit $1", [count]);
  const members = [];
  for (const { id } of rows) {
    const sessionId = randomUUID();
    await client.query(
      "insert into sessions (id, person_id, created_at, seen_at, expires_at) values ($1, $2, now(), now(), now() + interval '1 day')",
      [sessionId, id],
    );
    const caller = new Caller(house.url);
    caller.cookie = await cookieOf(house, sessionId);
    members.push({ personId: Number(id), caller });
  }
  await client.end();
  return members;
}

/** Runs `work` over a list, so many at a time. */
export async function inTurns<T, R>(list: readonly T[], atOnce: number, work: (item: T, at: number) => Promise<R>): Promise<R[]> {
  const results = new Array<R>(list.length);
  let next = 0;
  const lane = async () => {
    for (let at = next++; at < list.length; at = next++) results[at] = await work(list[at] as T, at);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return results;
}
