import { type Figure, median, quantile, told } from "./figures.ts";
import { answerRequest, type Burst, burst, type RawClient } from "./raw-client.ts";
import { startSlowDatabase } from "./slow-disk.ts";
import { mustBeWhole, type Use, withDoor } from "./with-door.ts";
import { type World, worldOn } from "./world.ts";

const CROWD = 5_000;
const ROUNDS = 5;

/** Five thousand at once, each on the own connection, `each` answers one after the other. */
function crowd(world: World, clients: readonly RawClient[], each = 1): Promise<Burst> {
  const slots = Array.from({ length: each }, () => world.nextSlot());
  return burst(clients, (at) =>
    slots.map((slot) => answerRequest(world.contest.contestants[at] as (typeof world.contest.contestants)[0], slot)),
  );
}

/** P1 and the first half of P3: ours and bare node:http, turn by turn, each with its own warm-up. */
export async function measureHotRoute(world: World): Promise<Figure[]> {
  const [ours, bare] = await withDoor("live/main.ts", world.url, CROWD, (own) =>
    withDoor("scripts/bench/bare-door.ts", world.url, CROWD, async (others) => {
      await crowd(world, own);
      await crowd(world, others);
      const rounds: [Burst[], Burst[]] = [[], []];
      for (let round = 0; round < ROUNDS; round += 1) {
        rounds[0].push(await crowd(world, own));
        rounds[1].push(await crowd(world, others));
      }
      return rounds;
    }),
  );
  mustBeWhole([...ours, ...bare]);
  const rate = (bursts: Burst[]) => median(bursts.map(({ wallMs }) => (CROWD / wallMs) * 1_000));
  const p99 = (bursts: Burst[]) => median(bursts.map(({ ackMs }) => quantile(ackMs, 0.99)));
  const ratio = rate(ours) / rate(bare);
  const slower = p99(ours) / p99(bare);
  return [
    {
      id: "P1",
      measure: "hot answer route / bare node:http, 5,000 burst",
      value: told(ratio),
      target: "≥ 0.80",
      isMet: ratio >= 0.8,
      note: `${told(rate(ours))} and ${told(rate(bare))} answers/s`,
    },
    {
      id: "P3",
      measure: "5,000 at once, ack p99",
      value: `${told(p99(ours))} ms`,
      target: "< 1,000 ms",
      isMet: p99(ours) < 1_000,
      note: `bare ${told(p99(bare))} ms`,
    },
    { id: "P3", measure: "… / bare", value: told(slower), target: "≤ 1.5", isMet: slower <= 1.5, note: "" },
  ];
}

type Durable = { ours: number; single: number };

/** Answers a second through our door and through the bare one with one INSERT each from a pool of 20, turn by turn. */
async function durable(world: World, rounds: number, each: number): Promise<Durable> {
  const rate = (bursts: Burst[]) => median(bursts.map(({ wallMs }) => ((CROWD * each) / wallMs) * 1_000));
  const ours: Burst[] = [];
  const single: Burst[] = [];
  const single20 = { BENCH_SINGLE: "1" };
  const measure: Use<void> = (own) =>
    withDoor(
      "scripts/bench/bare-door.ts",
      world.url,
      CROWD,
      async (others) => {
        for (let warmUp = 0; warmUp < 3; warmUp += 1) {
          await crowd(world, own);
          await crowd(world, others);
        }
        for (let round = 0; round < rounds; round += 1) {
          ours.push(await crowd(world, own, each));
          single.push(await crowd(world, others, each));
        }
      },
      single20,
    );
  await withDoor("live/main.ts", world.url, CROWD, measure);
  mustBeWhole([...ours, ...single]);
  return { ours: rate(ours), single: rate(single) };
}

/** P2: durable answers through the door, judged, totalled and kept as evidence, against one INSERT each behind a bare door; then with 5 ms added to every sync. */
export async function measureDurable(world: World): Promise<Figure[]> {
  const fast = await durable(world, 3, 2);
  const ratio = fast.ours / fast.single;
  const first: Figure = {
    id: "P2",
    measure: "durable answers/s through the door / one INSERT each",
    value: told(ratio),
    target: "≥ 2.0",
    isMet: ratio >= 2,
    note: `${told(fast.ours)} and ${told(fast.single)} rows/s`,
  };
  const second = { id: "P2", measure: "the same with 5 ms added to each fsync", target: "≥ 20" };
  const slow = await startSlowDatabase();
  if (!slow) return [first, { ...second, value: "not run", isMet: null, note: "no C compiler" }];
  const other = await worldOn(slow.url, slow.stop);
  try {
    const measured = await durable(other, 2, 1);
    const times = measured.ours / measured.single;
    return [
      first,
      { ...second, value: told(times), isMet: times >= 20, note: `${told(measured.ours)} and ${told(measured.single)} rows/s` },
    ];
  } finally {
    await other.end();
    process.env["ZX_DATABASE_URL"] = world.url;
  }
}
