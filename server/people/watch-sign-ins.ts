import { answerPool } from "#server/attempts/answer-pool.ts";
import { patiently } from "#server/attempts/patiently.ts";
import { rideAlong } from "#server/attempts/ride-along.ts";

/** A sign-in not heard of for so long is forgotten; its next ticket is checked as if it were the first. */
const FORGET_MS = 600_000;

type Known = { stands: boolean; heardMs: number };
const known = new Map<string, Known>();

/** Those that stand no longer. Nearly always none, so the answer is short however many are asked about. */
async function fallenAmong(ids: readonly string[], now: Date): Promise<Set<string>> {
  const { rows } = await answerPool().query<{ id: string }>({
    name: "fallen-sign-ins",
    text: `select i.id from unnest($1::uuid[]) as i(id) where not exists (
      select 1 from sessions s join people p on p.id = s.person_id
      where s.id = i.id and s.revoked_at is null and s.expires_at > $2 and p.disabled_at is null)`,
    values: [`{${ids.join(",")}}`, now],
  });
  return new Set(rows.map(({ id }) => id));
}

const firstSight = rideAlong<{ id: string; now: Date }, boolean>({
  async carry(asked) {
    const ids = asked.map(({ id }) => id);
    const fallen = await patiently(() => fallenAmong(ids, asked[0]?.now ?? new Date(0)));
    return asked.map(({ id }) => !fallen.has(id));
  },
  most: 5_000,
  seats: 50_000,
});

/** Whether the sign-in behind a ticket still stands, as of the last look at the database (two seconds ago at most, when recheckSignIns is kept going). */
export async function signInStands(id: string, now: Date): Promise<boolean> {
  const before = known.get(id);
  if (before) {
    before.heardMs = now.getTime();
    return before.stands;
  }
  const stands = await firstSight.join({ id, now });
  known.set(id, { stands, heardMs: now.getTime() });
  return stands;
}

/** Looks up every sign-in heard of lately, in one query (I19), and returns those that stand no longer. `held`: ones with an open stream. */
export async function recheckSignIns(now: Date, held: Iterable<string> = []): Promise<string[]> {
  for (const id of held) known.set(id, { stands: known.get(id)?.stands ?? true, heardMs: now.getTime() });
  for (const [id, { heardMs }] of known) if (now.getTime() - heardMs > FORGET_MS) known.delete(id);
  if (known.size === 0) return [];
  const ids = [...known.keys()];
  const fallen = await fallenAmong(ids, now);
  for (const id of ids) {
    const one = known.get(id);
    if (one) one.stands = !fallen.has(id);
  }
  return [...fallen];
}
