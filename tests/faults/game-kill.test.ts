import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "#db/embedded/free-port.ts";
import { type Ack, GamePhone } from "#scripts/bench/game-phone.ts";
import { Caller } from "#tests/world/browser-less.ts";
import { inTurns, signedInMembers } from "#tests/world/many-members.ts";
import { childrenOf, type RunningHouse, startHouse } from "#tests/world/running-house.ts";

const PHONES = Number(process.env["FAULT_MEMBERS"] ?? 200);
/** The same question with the same time left, to a quarter of a second. */
const CLOSE_MS = 250;

let house: RunningHouse;
let env: Record<string, string>;
let port: number;

beforeAll(async () => {
  port = await freePort();
  env = { PORT: String(port) };
  house = await startHouse({ env });
});
afterAll(() => house?.remove());

const kill = (pids: number[]) => {
  expect(pids.length).toBeGreaterThan(0);
  for (const pid of pids) process.kill(pid, "SIGKILL");
};

/** A game that its host has started, with so many phones in it. */
async function aStartedGame() {
  const organizer = house.accounts.find(({ account }) => account === "organizer");
  const host = await new Caller(house.url).signIn("organizer", organizer?.password ?? "");
  const { branches } = await host.read<{ branches: { id: number }[] }>(host.get("/api/desk/branches"));
  const form = { title: "断电演练", branchId: branches[0]?.id, lines: [{ count: 3, kind: "single" }], rules: { windowMs: 240_000 } };
  const { id, code } = await host.read<{ id: number; code: string }>(host.post("/api/desk/games", form));
  const members = await signedInMembers(house, PHONES);
  const phones = await inTurns(members, 8, async ({ caller }) => {
    await caller.read(caller.post(`/api/live/${code}/join`));
    const { player } = await caller.read<{ player: { ticket: string } }>(caller.get(`/api/live/${code}`));
    return new GamePhone(id, player.ticket);
  });
  await host.read(host.post(`/api/desk/games/${id}/turn`, { expected: 0 }));
  return { id, phones, host };
}

/** Comes back until let in, as a phone does. */
async function comeBack(phone: GamePhone) {
  for (;;) {
    const told = await phone.open(port);
    if (told) return told;
    await pause(50);
  }
}
/** Says the same until it is acknowledged. */
async function insist(phone: GamePhone, picks: number[]): Promise<Ack> {
  for (;;) {
    const ack = await phone.say(port, 0, picks);
    if (ack) return ack;
    await pause(50);
  }
}

test("the live process, then the whole house, killed in the middle of a question: all go on with the same question and the same time; nothing acknowledged is lost, nothing doubled", async () => {
  const { id, phones, host } = await aStartedGame();
  const first = await Promise.all(phones.map(comeBack));
  const closesAt = first[0]?.game.closesAt as string;
  expect(new Set(first.map(({ game }) => `${game.stage} ${game.questionNo} ${game.closesAt}`))).toEqual(
    new Set([`question 0 ${closesAt}`]),
  );
  // The stem is being read: its answers open within twenty seconds.
  const client = new pg.Client({ connectionString: house.databaseUrl });
  await client.connect();
  const opens = (await client.query<{ opens_at: Date }>("select opens_at from games where id = $1", [id])).rows[0]?.opens_at as Date;
  await client.end();
  await pause(Math.max(0, opens.getTime() - Date.now() + 20));

  const third = Math.floor(PHONES / 3);
  const killed = async (from: number, strike: () => Promise<void>) => {
    const answering = phones.slice(from, from + third).map((phone, at) => insist(phone, [at % 2]));
    await Promise.race(answering); // in the middle of the rush
    await strike();
    const [back] = await Promise.all([Promise.all(phones.map(comeBack)), Promise.all(answering)]);
    for (const { game } of back) expect(`${game.stage} ${game.questionNo} ${game.closesAt}`).toBe(`question 0 ${closesAt}`);
    for (const off of await inTurns(phones, 20, (phone) => phone.clockOff(port))) expect(off).toBeLessThan(CLOSE_MS);
  };
  await killed(0, async () => kill(childrenOf(house.supervisor, "live/main.ts")));
  await killed(third, async () => {
    kill([house.process.pid as number, ...childrenOf(house.supervisor, "")]);
    house = await startHouse({ dataDir: house.dataDir, env });
  });
  await Promise.all(phones.map((phone, at) => insist(phone, [(at + 1) % 2]))); // whoever has answered is told what stands

  const after = new pg.Client({ connectionString: house.databaseUrl });
  await after.connect();
  const { rows } = await after.query<{ received_at: Date; players: string }>(
    "select received_at, (select count(distinct player_id) from game_answers where game_id = $1) as players from game_answers where game_id = $1",
    [id],
  );
  await after.end();
  expect(rows.length).toBe(PHONES);
  expect(Number(rows[0]?.players)).toBe(PHONES);
  const told = await Promise.all(phones.map(comeBack));
  for (const [at, phone] of phones.entries()) {
    const stands = told[at]?.own.answer;
    for (const ack of phone.acks) expect([stands?.response.picks, stands?.receivedAt]).toEqual([ack.picks, ack.receivedAt]);
    phone.end();
  }
  const { stateSeq } = await host.read<{ stateSeq: number }>(host.get(`/api/desk/games/${id}`));
  expect(stateSeq).toBe(1);
});
