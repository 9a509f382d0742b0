import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Caller } from "#tests/world/browser-less.ts";
import { answerUntil, type Ledger, type Paper } from "#tests/world/ledger-client.ts";
import { inTurns, signedInMembers } from "#tests/world/many-members.ts";
import { childrenOf, type RunningHouse, startHouse } from "#tests/world/running-house.ts";

const MEMBERS = 170;
const ANSWERING = 30;
const STREAMS_EACH = 3;
const KILLS = Number(process.env["FAULT_BACKENDS"] ?? 80);

let house: RunningHouse;
let members: { personId: number; caller: Caller }[];
let papers: Paper[];

beforeAll(async () => {
  house = await startHouse();
  members = await signedInMembers(house, MEMBERS);
  papers = await inTurns(members.slice(0, ANSWERING), 8, async ({ caller }) => {
    const { attemptId } = await caller.read<{ attemptId: number }>(caller.post("/api/contests/welcome/attempts"));
    return caller.read<Paper>(caller.get(`/api/attempts/${attemptId}`));
  });
});
afterAll(() => house?.remove());

/** Members answering until `work` is done; returns what was acknowledged. */
async function whileAnswering(work: (acknowledged: () => number) => Promise<void>): Promise<Ledger[]> {
  const ledgers = papers.map((): Ledger => new Map());
  let acks = 0;
  let stopped = false;
  const answering = papers.map((paper, at) =>
    answerUntil(
      members[at]?.caller as Caller,
      paper,
      () => stopped,
      ledgers[at] as Ledger,
      () => {
        acks += 1;
      },
    ),
  );
  await work(() => acks);
  stopped = true;
  await Promise.all(answering);
  return ledgers;
}

test("eighty database connections die under the house: nobody notices, no process restarts, nothing acknowledged is lost", async () => {
  const before = [...childrenOf(house.supervisor, "live/main.ts"), ...childrenOf(house.supervisor, "next")];
  const client = new pg.Client({ connectionString: house.databaseUrl });
  await client.connect();
  const ledgers = await whileAnswering(async (acknowledged) => {
    for (let killed = 0; killed < KILLS; ) {
      const wanted = acknowledged() + 5;
      while (acknowledged() < wanted) await pause(10);
      const { rowCount } = await client.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'zhixing-%' and pid <> pg_backend_pid() order by random() limit 4",
      );
      killed += rowCount ?? 0;
    }
  });
  for (const [at, paper] of papers.entries()) {
    const { rows } = await client.query<{ slot: number; seq: number }>("select slot, seq from answers where attempt_id = $1", [
      paper.attemptId,
    ]);
    const stored = new Map(rows.map(({ slot, seq }) => [slot, seq]));
    for (const [slot, { seq }] of ledgers[at] ?? []) expect(stored.get(slot)).toBeGreaterThanOrEqual(seq);
  }
  await client.end();
  expect([...childrenOf(house.supervisor, "live/main.ts"), ...childrenOf(house.supervisor, "next")]).toEqual(before);
});

test("SIGTERM with five hundred streams open: each is told to come back, and the house is gone within fifteen seconds", async () => {
  let told = 0;
  let opened = 0;
  const streams = members.flatMap(({ caller }) =>
    Array.from({ length: STREAMS_EACH }, async () => {
      const { streamTicket } = await caller.read<{ streamTicket: string }>(caller.get("/api/contests/welcome"));
      const reply = await fetch(`${house.url}/api/streams/contests/welcome?ticket=${encodeURIComponent(streamTicket)}`, {
        headers: caller.headers(),
      });
      expect(reply.status).toBe(200);
      opened += 1;
      const text = await reply.text();
      if (/^event: restart$/m.test(text)) told += 1;
    }),
  );
  while (opened < streams.length) await pause(50);
  const began = performance.now();
  const code = await house.stop();
  const tookMs = performance.now() - began;
  await Promise.all(streams);
  expect(told).toBe(streams.length);
  expect(code).toBe(143);
  expect(tookMs).toBeLessThan(15_000);
});
