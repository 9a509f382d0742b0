import { setTimeout as pause } from "node:timers/promises";
import { database } from "#db/client.ts";
import { finishAttempt } from "#server/attempts/finish-attempt.ts";
import { startServer } from "./children.ts";
import { type Figure, median, quantile, told } from "./figures.ts";
import { answerRequest, openClients } from "./raw-client.ts";
import { StreamCrowd } from "./stream-crowd.ts";
import type { World } from "./world.ts";

const READERS = 5_000;
const TICK_MS = 500;
const ROUNDS = 7;

const pathsOf = ({ contest }: World, count: number): string[] =>
  contest.contestants.slice(0, count).map(({ stream }) => `/api/streams/contests/${contest.slug}?ticket=${stream}`);

/** From the commit of a hand-in to the board on the last of all streams. */
async function boardDelays(world: World, crowd: StreamCrowd): Promise<number[]> {
  const delays: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { attemptId } = world.contest.contestants[world.contest.contestants.length - 1 - round] as (typeof world.contest.contestants)[0];
    await pause(50 + round * 97); // at another point of the tick each time
    const reached = crowd.next();
    await database("judge").transaction((tx) => finishAttempt(tx, attemptId, "person", new Date()));
    const committedMs = performance.now();
    delays.push((await reached) - committedMs);
  }
  return delays;
}

/** Ten thousand answers over ten seconds while five thousand watch: ack p99 and the share of a core the live process takes. */
async function steady(world: World, port: number, cpuS: () => number): Promise<{ p99Ms: number; cores: number }> {
  const clients = await openClients(port, 500);
  const slot = world.nextSlot();
  const ackMs: number[] = [];
  const before = cpuS();
  const startedMs = performance.now();
  const sends: Promise<void>[] = [];
  for (let sent = 0; sent < 10_000; ) {
    const due = Math.min(10_000, Math.floor(performance.now() - startedMs));
    for (; sent < due; sent += 1) {
      const client = clients[sent % clients.length] as (typeof clients)[0];
      const who = world.contest.contestants[sent] as (typeof world.contest.contestants)[0];
      if (sent >= clients.length) await sends[sent - clients.length];
      sends.push(client.send(answerRequest(who, slot)).then(({ sentMs, ackedMs }) => void ackMs.push(ackedMs - sentMs)));
    }
    await pause(2);
  }
  await Promise.all(sends);
  const cores = (cpuS() - before) / ((performance.now() - startedMs) / 1_000);
  for (const client of clients) client.end();
  return { p99Ms: quantile(ackMs, 0.99), cores };
}

/** P3's second half, P5 and P6: one live process, its streams and its answers. */
export async function measureStreams(world: World): Promise<Figure[]> {
  const first = await startServer("live/main.ts", world.url);
  const warm = await openClients(first.port, 100);
  for (const [at, client] of warm.entries())
    await client.send(answerRequest(world.contest.contestants[at] as (typeof world.contest.contestants)[0], 0, 1_000_000));
  for (const client of warm) client.end();
  const crowd = await StreamCrowd.open(first.port, pathsOf(world, READERS), "board");
  const run = await steady(world, first.port, first.cpuS);
  const delays = await boardDelays(world, crowd);
  crowd.end();
  await first.stop();

  const second = await startServer("live/main.ts", world.url);
  await pause(500);
  const emptyBytes = second.rssBytes();
  const larger = await StreamCrowd.open(second.port, pathsOf(world, 2 * READERS), "board");
  await pause(2_000);
  const eachKb = (second.rssBytes() - emptyBytes) / (2 * READERS) / 1_024;
  larger.end();
  await second.stop();

  const delay = median(delays);
  return [
    {
      id: "P3",
      measure: "10,000 over 10 s, 5,000 streams open: ack p99",
      value: `${told(run.p99Ms)} ms`,
      target: "< 100 ms",
      isMet: run.p99Ms < 100,
      note: "",
    },
    {
      id: "P3",
      measure: "… CPU of the live process",
      value: `${told(run.cores)} cores`,
      target: "< 0.8",
      isMet: run.cores < 0.8,
      note: "",
    },
    {
      id: "P5",
      measure: "commit → board on the last of 5,000 streams",
      value: `${told(delay)} ms`,
      target: "≤ 700 ms (tick + 200)",
      isMet: delay <= TICK_MS + 200,
      note: `worst ${told(Math.max(...delays))} ms of ${ROUNDS}`,
    },
    {
      id: "P5",
      measure: "10,000 streams opened after a restart",
      value: `${told(larger.openedMs / 1_000)} s`,
      target: "< 3 s",
      isMet: larger.openedMs < 3_000,
      note: "whole state on each",
    },
    {
      id: "P6",
      measure: "memory per open stream",
      value: `${told(eachKb)} KB`,
      target: "≤ 20 KB",
      isMet: eachKb <= 20,
      note: "RSS of the live process, 10,000 open",
    },
  ];
}
