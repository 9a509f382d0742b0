import { get, type IncomingMessage, type Server } from "node:http";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { actInHall } from "#server/halls/act-in-hall.ts";
import { getHall } from "#server/halls/get-hall.ts";
import type { HallView } from "#server/halls/hall-view.ts";
import { echoPages, openTestDoor, send, type TestDoor } from "#tests/live/test-door.ts";
import { aHall, hallTicket as ticketOf } from "#tests/world/hall.ts";
import { aPerson } from "#tests/world/people.ts";
import { told } from "#tests/world/tell.ts";

let pages: { server: Server; port: number };
let doors: TestDoor[] = [];
const watching: IncomingMessage[] = [];

beforeAll(async () => {
  pages = await echoPages();
});
beforeEach(async () => {
  // Two doors on one database.
  doors = [await openTestDoor(pages.port), await openTestDoor(pages.port)];
});
afterEach(async () => {
  for (const one of watching.splice(0)) one.destroy();
  for (const door of doors) await door.end();
});
afterAll(() => {
  pages.server.close();
});

/** Opens a stream at one of the doors and keeps what it says. */
async function follow(port: number, hallId: number, ticket: string) {
  const seen = { status: 0, raw: "" };
  await new Promise<void>((resolve, reject) => {
    get({ port, host: "127.0.0.1", path: `/api/streams/halls/${hallId}?ticket=${ticket}` }, (found) => {
      watching.push(found);
      seen.status = found.statusCode ?? 0;
      found.on("data", (chunk: Buffer) => (seen.raw += chunk.toString()));
      found.on("error", () => undefined);
      resolve();
    }).on("error", reject);
  });
  const views = (): HallView[] => [...seen.raw.matchAll(/^event: hall\ndata: (.+)$/gm)].map((match) => JSON.parse(match[1] ?? "null"));
  return { seen, views };
}

const press = (port: number, hallId: number, asked: object, headers: Record<string, string> = {}) =>
  send(port, `/api/halls/${hallId}/buzz?${new URLSearchParams(asked as Record<string, string>)}`, {
    method: "POST",
    headers: { origin: `http://127.0.0.1:${port}`, ...headers },
  });

test("a press at one door is on the streams of both, acknowledged after it is written, and no key goes with it", async () => {
  const world = await aHall({ rounds: [{ kind: "buzz", title: "抢答题", items: 2 }] });
  const act = async (said: object) => {
    const { acted } = await told(getHall, world.organizer, { id: world.id });
    return told(actInHall, world.organizer, { id: world.id, acted, act: said });
  };
  await act({ kind: "round" });
  const { seq } = await act({ kind: "open" });
  await act({ kind: "start" });
  const [one, two] = doors.map(({ port }) => port) as [number, number];
  const streams = [
    await follow(one, world.id, await ticketOf(world.id, world.organizer)),
    await follow(two, world.id, await ticketOf(world.id, world.captains[3] ?? 0)),
  ];
  const item = String(seq);
  const first = await press(one, world.id, { item, ticket: await ticketOf(world.id, world.captains[4] ?? 0) });
  expect([first.status, JSON.parse(first.body)]).toEqual([200, { outcome: "first", behindUs: 0 }]);
  const second = await press(two, world.id, { item, ticket: await ticketOf(world.id, world.captains[1] ?? 0) });
  expect([second.status, JSON.parse(second.body).outcome]).toEqual([200, "noted"]);
  for (const { seen, views } of streams) {
    await expect.poll(() => views().at(-1)?.seq, { timeout: 5_000 }).toBe(5);
    const last = views().at(-1);
    expect([last?.item?.seat, last?.item?.buzzes.map(({ seat }) => seat)]).toEqual([5, [5, 2]]);
    expect(seen.raw).toContain("现场题 ");
    for (const secret of ['"correct"', "现场题的解析"]) expect(seen.raw).not.toContain(secret);
  }
});

test("the stream is for who leads and who plays; a press comes from a page of ours and says what it presses for", async () => {
  const world = await aHall({ rounds: [{ kind: "buzz", title: "抢答题", items: 2 }] });
  const [{ port }] = doors as [TestDoor];
  const stranger = await follow(port, world.id, await ticketOf(world.id, await aPerson(world.root.id)));
  const foreign = await follow(port, world.id + 1, await ticketOf(world.id, world.organizer));
  const forged = await follow(port, world.id, "a.b");
  expect([stranger, foreign, forged].map(({ seen }) => seen.status)).toEqual([404, 404, 401]);
  const ticket = await ticketOf(world.id, world.captains[0] ?? 0);
  const said = async (asked: object, headers?: Record<string, string>) => {
    const { status, body } = await press(port, world.id, asked, headers);
    return `${status} ${JSON.parse(body).refused}`;
  };
  expect(await said({ item: "1", ticket }, { origin: "http://evil.test" })).toBe("403 foreign-origin");
  expect(await said({ item: "1", ticket })).toBe("422 hall-no-buzz");
  expect(await said({ ticket })).toBe("400 invalid");
  expect(await said({ item: "1", ticket: "a.b" })).toBe("401 not-signed-in");
});
