import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "#db/embedded/free-port.ts";
import { answerUntil, type Ledger, type Paper } from "#tests/world/ledger-client.ts";
import { inTurns, signedInMembers } from "#tests/world/many-members.ts";
import { expectNothingLost } from "#tests/world/nothing-lost.ts";
import { postgresProcesses } from "#tests/world/postgres-processes.ts";
import { childrenOf, type RunningHouse, startHouse } from "#tests/world/running-house.ts";

const MEMBERS = Number(process.env["FAULT_MEMBERS"] ?? 200);
const ROUNDS = Number(process.env["FAULT_ROUNDS"] ?? 1);

let house: RunningHouse;
let env: Record<string, string>;

beforeAll(async () => {
  env = { PORT: String(await freePort()) };
  house = await startHouse({ env });
});
afterAll(() => house?.remove());

const kill = (pids: number[]) => {
  expect(pids.length).toBeGreaterThan(0);
  for (const pid of pids) process.kill(pid, "SIGKILL");
};

test("nothing acknowledged is lost or doubled when the app and PostgreSQL are killed while members answer", async () => {
  const members = await signedInMembers(house, MEMBERS);
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
  /** Goes on when so many more saves were acknowledged: the house is answering (again). */
  const moreAcks = async (count: number) => {
    const wanted = acks + count;
    while (acks < wanted) await pause(25);
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    await moreAcks(MEMBERS);
    kill(childrenOf(house.supervisor, "live/main.ts"));
    await moreAcks(MEMBERS);
    kill(postgresProcesses(house.dataDir));
    await moreAcks(MEMBERS);
    kill([house.process.pid as number, ...childrenOf(house.supervisor, "")]);
    house = await startHouse({ dataDir: house.dataDir, env });
    await moreAcks(MEMBERS);
  }
  stopped = true;
  await Promise.all(answering);
  await inTurns(papers, 8, async (paper, at) =>
    members[at]?.caller.read(members[at].caller.post(`/api/attempts/${paper.attemptId}/hand-in`)),
  );

  await expectNothingLost(house.databaseUrl, papers, ledgers);
  expect(acks).toBeGreaterThan(MEMBERS * 4 * ROUNDS - 1);
});
