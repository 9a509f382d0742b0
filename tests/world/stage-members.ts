import { readdirSync, readFileSync } from "node:fs";
import pg from "pg";
import { parse } from "yaml";
import { chanceOf } from "#domain/chance.ts";
import { hashPassword } from "#server/people/passwords.ts";
import type { Caller } from "./browser-less.ts";
import type { Sitting } from "./by-printed-rules.ts";
import { PatientCaller } from "./patient-caller.ts";
import type { RunningHouse } from "./running-house.ts";

const PASSWORD = "三场都要答完-2026";

export type StageMember = { account: string; name: string; branch: string; caller: Caller };
type Authored = { type: string; stem: string; options?: string[]; answer: unknown };
type Item = { slot: number; worth: number; body: { kind: string; stem: string; options?: string[] } };
type Paper = { attemptId: number; startedAt: string; ticket: string; items: Item[] };
type Said = { picks: number[] } | { truth: boolean };

/** What is right, by stem, as the authors wrote it: read from the files of the bank, not from the house. */
export function authoredKeys(): Map<string, string | boolean> {
  const files = readdirSync("content/questions").map((name) => parse(readFileSync(`content/questions/${name}`, "utf8")) as Authored[]);
  return new Map(
    files.flat().flatMap(({ type, stem, options = [], answer }): [string, string | boolean][] => {
      if (type === "truefalse") return [[stem, answer === true]];
      return type === "single" ? [[stem, options[String(answer).charCodeAt(0) - 65] ?? ""]] : [];
    }),
  );
}

/** A county with branches below it, each with so many people, who sign in by a password. They are written straight into the table, as a list would. */
export async function aCountyOf(house: RunningHouse, sizes: readonly number[]): Promise<{ countyId: number; members: StageMember[] }> {
  const client = new pg.Client({ connectionString: house.databaseUrl });
  await client.connect();
  try {
    const branch = async (parent: number | null, code: string, name: string) => {
      const text =
        "insert into branches (parent_id, code, name) values (coalesce($1, (select id from branches where parent_id is null order by id limit 1)), $2, $3) returning id";
      return Number((await client.query<{ id: string }>(text, [parent, code, name])).rows[0]?.id);
    };
    const countyId = await branch(null, "S0", "三级赛县");
    const hash = await hashPassword(PASSWORD);
    const members: StageMember[] = [];
    for (const [at, size] of sizes.entries()) {
      const name = `第${at + 1}支部`;
      const id = await branch(countyId, `S${at + 1}`, name);
      const { rows } = await client.query<{ account: string; name: string }>(
        `insert into people (staff_no, account, name, branch_id, password_hash)
         select 's' || $1::int || '-' || g, 's' || $1::int || '-' || g, '选手' || $1::int || '之' || g, $2, $3 from generate_series(1, $4) g
         returning account, name`,
        [at + 1, id, hash, size],
      );
      members.push(...rows.map((row) => ({ ...row, branch: name, caller: new PatientCaller(house.url) })));
    }
    return { countyId, members };
  } finally {
    await client.end();
  }
}

export const signIn = ({ caller, account }: StageMember): Promise<Caller> => caller.signIn(account, PASSWORD);

function sayingOf({ body }: Item, right: string | boolean, isRight: boolean): Said {
  if (body.kind === "truefalse") return { truth: isRight === (right === true) };
  const options = body.options ?? [];
  return { picks: [options.findIndex((option) => (option === right) === isRight)] };
}

/** Says one thing until the house has it, as the outbox of a page does, and tells when it was received; null: it came too late. */
async function say(
  caller: Caller,
  { attemptId, ticket }: Paper,
  save: { slot: number; seq: number; response: Said },
): Promise<number | null> {
  const reply = await caller.post(`/api/attempts/${attemptId}/answers`, { ticket, ...save });
  const told = (await reply.json()) as { outcome?: string; receivedAt?: string };
  if (!reply.ok) throw new Error(`an answer was refused: ${reply.status} ${JSON.stringify(told)}`);
  return told.outcome === "saved" ? Date.parse(told.receivedAt ?? "") : null;
}

/**
 * Sits a contest as a member does: enters, reads the paper, answers through the live door, changes some answers, leaves some out, hands in
 * (or walks away, and the clock does). What it returns is what the house acknowledged; null: the doors were shut already.
 */
export async function sitOverHttp(
  member: StageMember,
  { slug, team, keys, walksAway }: { slug: string; team: string; keys: ReadonlyMap<string, string | boolean>; walksAway: boolean },
): Promise<Sitting | null> {
  const { caller, account } = member;
  const entered = await caller.post(`/api/contests/${slug}/attempts`);
  if (!entered.ok) {
    const text = await entered.text();
    if (/"(closed|not-open)"/.test(text)) return null;
    throw new Error(`${account} could not enter: ${entered.status} ${text}`);
  }
  const { attemptId } = (await entered.json()) as { attemptId: number };
  const paper = await caller.read<Paper>(caller.get(`/api/attempts/${attemptId}`));
  const luck = chanceOf(`${slug.length}/${account}/${team}`);
  const standing = new Map<number, Sitting["answers"][number]>();
  for (const item of paper.items) {
    const right = keys.get(item.body.stem);
    if (right === undefined) throw new Error(`the bank's files do not have: ${item.body.stem}`);
    if (luck.below(8) === 0) continue;
    const tries = luck.below(5) === 0 ? [luck.below(2) === 0, luck.below(2) === 0] : [luck.below(10) < 6];
    for (const [at, isRight] of tries.entries()) {
      const atMs = await say(caller, paper, { slot: item.slot, seq: at + 1, response: sayingOf(item, right, isRight) });
      if (atMs !== null) standing.set(item.slot, { isRight, worth: item.worth, atMs });
    }
  }
  if (!walksAway) await caller.read(caller.post(`/api/attempts/${attemptId}/hand-in`));
  return { team, person: account, startedMs: Date.parse(paper.startedAt), answers: [...standing.values()] };
}
