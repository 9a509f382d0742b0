import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { endGame } from "#server/games/end-game.ts";
import { aGame, aGameHouse, answers, joined, rowOf, turn } from "#tests/world/game.ts";
import { aHall, playedHall } from "#tests/world/hall.ts";
import { aPerson } from "#tests/world/people.ts";
import { codeOf, told } from "#tests/world/tell.ts";
import { checkPack } from "./check-pack.ts";
import { downloadGameEvidence } from "./download-game-evidence.ts";
import { downloadHallEvidence } from "./download-hall-evidence.ts";
import { openPack } from "./open-pack.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "zhixing-small-pack-test-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Writes the bytes, and checks that any byte changed in any file is told at that file and no other. */
async function provesEveryByte(bytes: Uint8Array): Promise<string[]> {
  const path = join(folder, "pack.zip");
  await writeFile(path, bytes);
  const { problems } = await checkPack(path);
  expect(problems).toEqual([]);
  const pack = await openPack(path);
  await pack.handle.close();
  for (const { name, start, packed } of pack.files) {
    const changed = Buffer.from(bytes);
    const at = start + (packed >> 1);
    changed[at] = (changed[at] ?? 0) ^ 0x01;
    await writeFile(path, changed);
    expect([name, [...new Set((await checkPack(path)).problems.map((problem) => problem.name))]]).toEqual([name, [name]]);
  }
  return pack.files.map(({ name }) => name);
}

test("the pack of a final is taken by who leads it once it is over, verifies by itself, and names every changed byte", async () => {
  const hall = await aHall({ rounds: [{ kind: "individual", title: "必答题", perSide: 1 }] });
  expect(await codeOf(downloadHallEvidence, hall.organizer, { id: hall.id })).toBe("not-over-yet");
  await playedHall(hall);
  expect(await codeOf(downloadHallEvidence, hall.captains[0] ?? 0, { id: hall.id })).not.toBe("done");
  const { bytes, fileName } = await told(downloadHallEvidence, hall.organizer, { id: hall.id });
  expect(fileName).toMatch(/^evidence-hall-\d+-.*Z\.zip$/);
  expect(await provesEveryByte(bytes)).toEqual(
    expect.arrayContaining(["halls/events.jsonl", "halls/sides.jsonl", "halls/questions.jsonl"]),
  );
  const { rows } = await database("desk").execute<{ after: { rootHash: string } }>(
    sql`select after from audit where action = 'evidence.download' and object = 'hall' and object_id = ${hall.id}`,
  );
  await writeFile(join(folder, "again.zip"), bytes);
  expect((await checkPack(join(folder, "again.zip"), rows[0]?.after.rootHash)).problems).toEqual([]);
});

test("the pack of a quiz in a room holds every answer and every step of its host", async () => {
  const house = await aGameHouse();
  const now = new Date();
  const { id, code } = await aGame(house, { count: 1 }, now);
  const player = await joined(await aPerson(house.root), code, undefined, now);
  await turn(house.organizer, id, now);
  const { opens_at: opens } = await rowOf(id);
  const during = new Date(opens.getTime() + 1_000);
  await answers(player, 0, true, during);
  expect(await codeOf(downloadGameEvidence, house.organizer, { id }, during)).toBe("not-over-yet");
  await told(endGame, house.organizer, { id, expected: (await rowOf(id)).state_seq }, new Date(opens.getTime() + 60_000));
  const { bytes } = await told(downloadGameEvidence, house.organizer, { id });
  expect(await provesEveryByte(bytes)).toEqual(
    expect.arrayContaining(["game/answers.jsonl", "game/events.jsonl", "game/moves.jsonl", "game/players.jsonl"]),
  );
});
