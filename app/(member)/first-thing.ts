type Attempt = Readonly<{ attemptId: number; contest: Readonly<{ slug: string; title: string }>; state: string; dueAt: Date }>;
type Contest = Readonly<{
  slug: string;
  title: string;
  phase: string;
  opensAt: Date;
  closesAt: Date;
  attemptsAllowed: number;
  attemptsUsed: number;
}>;
type Material = Readonly<{ slug: string; resume: string | null; readAt: Date | null; publishedAt: Date }>;

export type FirstThing<C extends Contest, M extends Material> =
  | { kind: "running"; attempt: Attempt }
  | { kind: "open"; contest: C }
  | { kind: "lobby"; contest: C }
  | { kind: "resume"; material: M }
  | { kind: "new"; material: M };

/** The one thing to do now: a running attempt, then a contest one may still start, then reading. Null when there is nothing at all. */
export function firstThing<C extends Contest, M extends Material>(
  { attempts, contests, materials }: { attempts: readonly Attempt[]; contests: readonly C[]; materials: readonly M[] },
  now: Date,
): FirstThing<C, M> | null {
  const running = attempts.find(({ state, dueAt }) => state === "in_progress" && dueAt > now);
  if (running) return { kind: "running", attempt: running };
  const open = contests
    .filter(({ phase, attemptsUsed, attemptsAllowed }) => phase === "open" && attemptsUsed < attemptsAllowed)
    .toSorted((one, other) => one.closesAt.getTime() - other.closesAt.getTime())[0];
  if (open) return { kind: "open", contest: open };
  const lobby = contests.find(({ phase }) => phase === "lobby");
  if (lobby) return { kind: "lobby", contest: lobby };
  const begun = beingRead(materials)[0];
  if (begun) return { kind: "resume", material: begun };
  return materials[0] ? { kind: "new", material: materials[0] } : null;
}

/** What one has begun to read, the latest read first. */
export function beingRead<M extends Material>(materials: readonly M[]): M[] {
  return materials
    .filter(({ resume }) => resume !== null)
    .toSorted((one, other) => (other.readAt?.getTime() ?? 0) - (one.readAt?.getTime() ?? 0));
}
