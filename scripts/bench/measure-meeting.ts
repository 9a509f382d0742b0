import { setTimeout as pause } from "node:timers/promises";
import { mintRoomTicket } from "#server/attempts/ticket.ts";
import { findViewer } from "#server/people/find-viewer.ts";
import { startItem } from "#server/room/start-item.ts";
import { startServer } from "./children.ts";
import { type Figure, median, quantile, told } from "./figures.ts";
import { StreamCrowd } from "./stream-crowd.ts";
import type { World } from "./world.ts";

const MEMBERS = 300;
const ROUNDS = 60;
const TARGET_MS = 1_000;

type Seeded = { meetingId: number; items: number[]; chair: World["contest"]["contestants"][0]; paths: string[] };

/** A meeting that runs, with three hundred people on its list, ten items on its agenda and thirty speeches. */
async function seedMeeting({ db, contest }: World): Promise<Seeded> {
  const members = contest.contestants.slice(0, MEMBERS);
  const [chair] = members;
  if (!chair) throw new Error("nobody is there");
  const one = async (text: string, values: unknown[]) => (await db.query<{ id: string }>(text, values)).rows.map(({ id }) => Number(id));
  const [meetingId = 0] = await one(
    `insert into meetings (kind, title, branch_id, starts_at, ends_at, chair_id, announced_at, opened_at, created_at)
     select 'training', '培训班', id, now(), now() + interval '2 hours', $1, now() - interval '8 days', now(), now() from branches where code = 'bench' returning id`,
    [chair.personId],
  );
  await db.query(
    "insert into meeting_people (meeting_id, person_id, branch_id, attend) select $1, id, branch_id, 'required' from people where id = any($2::bigint[])",
    [meetingId, members.map(({ personId }) => personId)],
  );
  const items = await one(
    `insert into agenda_items (meeting_id, place, kind, title, minutes) select $1, i, 'talk', '第' || i || '项', 10 from generate_series(1, 10) i returning id`,
    [meetingId],
  );
  await db.query(
    `insert into speeches (meeting_id, person_id, key, body, noted_by, created_at, saved_at)
     select $1, $2, gen_random_uuid(), '谈体会', $2, now(), now() from generate_series(1, 30)`,
    [meetingId, chair.personId],
  );
  const now = new Date();
  const paths = members.map(
    ({ personId, sessionId }) => `/api/streams/meetings/${meetingId}?ticket=${mintRoomTicket({ meetingId, personId, sessionId, now })}`,
  );
  return { meetingId, items, chair, paths };
}

/** P16: the chair starts an item of the agenda, through the verb itself; from its commit to the last of three hundred open pages. */
export async function measureMeeting(world: World): Promise<Figure[]> {
  const { meetingId, items, chair, paths } = await seedMeeting(world);
  const server = await startServer("live/main.ts", world.url);
  const crowd = await StreamCrowd.open(server.port, paths, "room");
  const delays: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await pause(50 + ((round * 97) % 260)); // at another point of the look each time
    const reached = crowd.next();
    const now = new Date();
    const viewer = await findViewer(chair.sessionId, now);
    const context = { viewer, now, requestId: "bench", address: "127.0.0.1", device: "bench" };
    const outcome = await startItem.call(context, { id: meetingId, itemId: items[round % items.length] });
    if (!outcome.ok) throw new Error(`the agenda did not move: ${outcome.code}`);
    const committedMs = performance.now();
    delays.push(Math.max(0, (await reached) - committedMs));
  }
  crowd.end();
  await server.stop();
  const [middle, worst] = [median(delays), quantile(delays, 0.99)];
  return [
    {
      id: "P16",
      measure: `an agenda change → the last of ${MEMBERS} pages of one meeting`,
      value: `${told(middle)} ms, p99 ${told(worst)} ms`,
      target: "≤ 1 s",
      isMet: worst <= TARGET_MS,
      note: `${ROUNDS} changes; worst ${told(Math.max(...delays))} ms`,
    },
  ];
}
