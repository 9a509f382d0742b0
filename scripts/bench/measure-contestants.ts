import { type Figure, median, told } from "./figures.ts";
import { answerRequest, burst } from "./raw-client.ts";
import { SLOTS } from "./seed-rows.ts";
import { mustBeWhole, withDoor } from "./with-door.ts";
import type { World } from "./world.ts";

/** P8: what an answer costs, by the wall of a saturated run, with ten contestants and with ten thousand; slots and sequences are the same. */
export async function measureContestants(world: World): Promise<Figure[]> {
  const { contestants } = world.contest;
  const connections = 200;
  const each = 15;
  const few: number[] = [];
  const many: number[] = [];
  await withDoor("live/main.ts", world.url, connections, async (clients) => {
    const among = (people: number, round: number) =>
      burst(clients, (at) =>
        Array.from({ length: each }, (_, turn) => {
          const nth = turn * connections + at;
          const who = contestants[(round * connections * each + nth) % people] as (typeof contestants)[0];
          return answerRequest(who, Math.floor(nth / 10) % SLOTS, 1_000_000 + round * 10_000 + nth);
        }),
      );
    // Twice round all ten thousand, so that every paper is known to the door before anything counts.
    for (let round = 0; round < 8; round += 1) await among(10_000, round);
    await among(10, 8);
    for (let round = 9; round < 16; round += 1) {
      const [busy, small] = [await among(10_000, round), await among(10, round)];
      mustBeWhole([busy, small]);
      many.push(busy.wallMs);
      few.push(small.wallMs);
    }
  });
  const ratio = median(many) / median(few);
  const cost = (wallMs: number[]) => `${told((median(wallMs) * 1_000) / (connections * each))} µs`;
  return [
    {
      id: "P8",
      measure: "cost per answer, 10,000 contestants / 10",
      value: told(ratio),
      target: "≤ 1.2",
      isMet: ratio <= 1.2,
      note: `${cost(many)} and ${cost(few)} an answer`,
    },
  ];
}
