import { setTimeout as pause } from "node:timers/promises";
import { sessionCookie } from "#app/_http/session-cookie.ts";
import { stepBack } from "#scripts/step-back.ts";
import { startServer } from "./children.ts";
import { type Figure, notRun, quantile, told } from "./figures.ts";
import { isBuilt, NOT_BUILT } from "./house.ts";
import { get } from "./page-reader.ts";
import { answerRequest, openClients, type RawClient } from "./raw-client.ts";
import type { World } from "./world.ts";

/** Five hundred answers a second for five seconds: their ack p99. */
async function steadyP99(world: World, clients: readonly RawClient[]): Promise<number> {
  const slot = world.nextSlot();
  const ackMs: number[] = [];
  const sends: Promise<void>[] = [];
  const startedMs = performance.now();
  for (let sent = 0; sent < 2_500; ) {
    for (const due = Math.min(2_500, Math.floor((performance.now() - startedMs) / 2)); sent < due; sent += 1) {
      const client = clients[sent % clients.length] as RawClient;
      const who = world.contest.contestants[sent] as (typeof world.contest.contestants)[0];
      await sends[sent - clients.length];
      sends.push(client.send(answerRequest(who, slot)).then(({ sentMs, ackedMs }) => void ackMs.push(ackedMs - sentMs)));
    }
    await pause(2);
  }
  await Promise.all(sends);
  return quantile(ackMs, 0.99);
}

/** P4: answers while sixteen readers load a member's page as fast as it comes. */
export async function measureWhileRendering(world: World): Promise<Figure[]> {
  const measure = "answer ack p99, pages at full load / quiet";
  if (!isBuilt()) return [notRun("P4", measure, "≤ 3", NOT_BUILT)];
  const pages = await startServer("node_modules/next/dist/bin/next start -H 127.0.0.1", world.url, {}, "/sign-in");
  stepBack(pages.pid); // as the supervisor does
  const door = await startServer("live/main.ts", world.url, { ZX_PAGES_URL: `http://127.0.0.1:${pages.port}` });
  const clients = await openClients(door.port, 200);
  const cookie = (await sessionCookie(world.contest.contestants[0]?.sessionId ?? "")).split(";")[0] ?? "";
  try {
    await steadyP99(world, clients);
    const quiet = await steadyP99(world, clients);
    let rendered = 0;
    let isOver = false;
    const readers = Array.from({ length: 16 }, async () => {
      while (!isOver) {
        const { status } = await get(door.port, "/", { cookie });
        if (status === 200) rendered += 1;
      }
    });
    await pause(1_000);
    const busy = await steadyP99(world, clients);
    isOver = true;
    await Promise.all(readers);
    if (rendered === 0) throw new Error("no page was rendered");
    const ratio = busy / quiet;
    return [
      {
        id: "P4",
        measure,
        value: told(ratio),
        target: "≤ 3",
        isMet: ratio <= 3,
        note: `${told(busy)} and ${told(quiet)} ms; ${rendered} pages`,
      },
    ];
  } finally {
    for (const client of clients) client.end();
    await door.stop();
    await pages.stop();
  }
}
