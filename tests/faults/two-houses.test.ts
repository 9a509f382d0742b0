import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "#db/embedded/free-port.ts";
import { startEmbedded, stopEmbedded } from "#db/embedded/start-embedded.ts";
import { answerUntil, type Ledger, type Paper } from "#tests/world/ledger-client.ts";
import { inTurns, signedInMembers } from "#tests/world/many-members.ts";
import { expectNothingLost } from "#tests/world/nothing-lost.ts";
import { postgresProcesses } from "#tests/world/postgres-processes.ts";
import { type RoundRobin, roundRobin } from "#tests/world/round-robin.ts";
import { childrenOf, type RunningHouse, startHouse } from "#tests/world/running-house.ts";
import { aStandbyOf, aSwitch, askOnce, type Switch } from "#tests/world/standby.ts";

const MEMBERS = Number(process.env["FAULT_MEMBERS"] ?? 60);
const BACK_WITHIN_MS = 30_000;

const folder = mkdtempSync(join(tmpdir(), "zhixing-two-"));
const dirOf = (name: string) => join(folder, name);
const secret = randomBytes(48).toString("base64url");
const portOf = (url: string) => Number(new URL(url).port);
const houses: RunningHouse[] = [];
let primary: { url: string };
let standby: { url: string };
let gate: Switch;
let front: RoundRobin;
let begin: (at: number) => Promise<RunningHouse>;

beforeAll(async () => {
  // The demo's contest is made by a house of its own, whose database then becomes the first of the pair.
  await (await startHouse({ dataDir: dirOf("first") })).stop();
  primary = await startEmbedded({ dataDir: dirOf("first") });
  standby = await aStandbyOf({ ...primary, dataDir: dirOf("first") }, dirOf("second"));
  gate = await aSwitch(portOf(primary.url));
  const database = new URL(primary.url);
  database.port = String(gate.port);
  const [front0, ...ports] = [await freePort(), await freePort(), await freePort()];
  begin = (at) => {
    const dataDir = dirOf(`house${at}`);
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(join(dataDir, "auth-secret"), secret);
    const env = { DATABASE_URL: database.href, AUTH_SECRET: secret, PUBLIC_URL: `http://127.0.0.1:${front0}`, PORT: String(ports[at]) };
    return startHouse({ dataDir, env });
  };
  houses.push(await begin(0), await begin(1));
  front = await roundRobin(front0, ports);
}, 300_000);

afterAll(async () => {
  front?.close();
  for (const house of houses) await house.remove();
  gate?.close();
  for (const name of ["first", "second"]) await stopEmbedded(dirOf(name));
  rmSync(folder, { recursive: true, force: true });
});

const kill = (pids: number[]) => {
  expect(pids.length).toBeGreaterThan(0);
  for (const pid of pids) process.kill(pid, "SIGKILL");
};

test("a contest on two houses survives the death of one, and of the database, whose standby takes over: nothing acknowledged is lost or doubled", async () => {
  const [first] = houses as [RunningHouse];
  const members = await signedInMembers({ url: front.url, databaseUrl: first.databaseUrl, dataDir: first.dataDir }, MEMBERS);
  const papers = await inTurns(members, 8, async ({ caller }) => {
    const { attemptId } = await caller.read<{ attemptId: number }>(caller.post("/api/contests/welcome/attempts"));
    return caller.read<Paper>(caller.get(`/api/attempts/${attemptId}`));
  });
  const ledgers = papers.map((): Ledger => new Map());
  let acks = 0;
  let stopped = false;
  const answering = papers.map((paper, at) =>
    answerUntil(
      members[at]?.caller as never,
      paper,
      () => stopped,
      ledgers[at] as Ledger,
      () => {
        acks += 1;
      },
    ),
  );
  const moreAcks = async (count: number) => {
    const wanted = acks + count;
    while (acks < wanted) await pause(25);
  };
  await moreAcks(MEMBERS * 2);
  expect(new Set(front.answeredBy).size, "both houses take answers").toBe(2);

  kill([first.supervisor, ...childrenOf(first.supervisor, "")]);
  await moreAcks(MEMBERS * 2);
  houses[0] = await begin(0);
  await moreAcks(MEMBERS);

  // Fenced before the other is promoted: nobody reaches the old one any more.
  gate.leadTo(null);
  kill(postgresProcesses(dirOf("first")));
  const diedAt = performance.now();
  await askOnce(standby.url, "select pg_promote(true, 60)");
  gate.leadTo(portOf(standby.url));
  await moreAcks(1);
  expect(performance.now() - diedAt, "answers are taken again").toBeLessThan(BACK_WITHIN_MS);
  await moreAcks(MEMBERS * 2);
  stopped = true;
  await Promise.all(answering);
  await inTurns(papers, 8, async (paper, at) =>
    members[at]?.caller.read(members[at].caller.post(`/api/attempts/${paper.attemptId}/hand-in`)),
  );
  await expectNothingLost(standby.url, papers, ledgers);
  expect(await askOnce(standby.url, "select pg_is_in_recovery() as follows")).toEqual([{ follows: false }]);
});
