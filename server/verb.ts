import type { z } from "zod";
import { type Db, type Door, database, type Tx } from "#db/client.ts";
import type { Member, Viewer } from "#domain/people/viewer.ts";
import { isRefusal, Refusal, type RefusalParams } from "#domain/refusal.ts";
import { refusalOfDatabase } from "./database-refusals.ts";
import { type FieldProblem, parseInput, problemsOfInput } from "./parse-input.ts";
import { refusedOutcome } from "./refused-outcome.ts";

/** What a verb knows of its request. `now` was read at the door; nobody reads a clock again. */
export type Context<V extends Viewer = Viewer> = Readonly<{
  viewer: V;
  now: Date;
  requestId: string;
  address: string;
  device: string;
  /** Where this installation answers, for addresses that leave it (a QR code); known to requests of pages and verbs. */
  origin?: string;
}>;

export type Outcome<T> = { ok: true; value: T } | { ok: false; code: string; params: RefusalParams; fields: readonly FieldProblem[] };

type Common<I extends z.ZodType, O extends z.ZodType> = {
  /** Method and path, as in `POST /api/contests/:slug/publish`. */
  at: string;
  input: I;
  output: O;
  /** Codes this verb refuses with, beside invalid, not-signed-in, not-found and forbidden. */
  refusals?: readonly string[];
  /** The database role it works as. */
  door: Door;
};

/** A verb bound to its description; `app/_http` gives it an address. */
export type Verb<T = unknown> = Readonly<{
  at: string;
  input: z.ZodType;
  output: z.ZodType;
  refusals: readonly string[];
  open: boolean;
  changes: boolean;
  call: (context: Context, raw: unknown) => Promise<Outcome<T>>;
}>;

/** A refusal about one field of the input: shown beside that field. */
export function fieldRefusal(path: string, code: string, params: RefusalParams = {}): Refusal {
  return new Refusal(code, { ...params, field: path });
}

async function settle<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    const problems = problemsOfInput(error);
    if (problems) return { ok: false, code: "invalid", params: {}, fields: problems };
    const refusal = isRefusal(error) ? error : refusalOfDatabase(error);
    if (!refusal) throw error; // a bug: let it be seen
    return refusedOutcome(refusal);
  }
}

function admit(viewer: Viewer, isOpen: boolean): void {
  if (viewer.kind === "visitor" && !isOpen) throw new Refusal("not-signed-in");
}

/**
 * A change, in one transaction: load the subject, ask `may`, run. With `load`, a subject one may not touch does not exist
 * (404); without, the function is forbidden (403). The reply holds what `output` lists and no more.
 */
export function command<I extends z.ZodType, O extends z.ZodType, S>(
  spec: Common<I, O> & {
    load: (tx: Tx, input: z.output<I>, context: Context<Member>) => Promise<S | undefined>;
    may: (viewer: Member, subject: S) => boolean;
    run: (tx: Tx, subject: S, input: z.output<I>, context: Context<Member>) => Promise<z.input<O>>;
  },
): Verb<z.output<O>> {
  return {
    at: spec.at,
    input: spec.input,
    output: spec.output,
    refusals: spec.refusals ?? [],
    open: false,
    changes: true,
    async call(context, raw) {
      return settle(async () => {
        admit(context.viewer, false);
        const member = context as Context<Member>;
        const input = parseInput(spec.input, raw);
        const value = await database(spec.door).transaction(async (tx) => {
          const subject = await spec.load(tx, input, member);
          if (subject === undefined) throw new Refusal("not-found");
          if (!spec.may(member.viewer, subject)) throw new Refusal(subject === null ? "forbidden" : "not-found");
          return spec.run(tx, subject, input, member);
        });
        return spec.output.parse(value);
      });
    },
  };
}

/** For a command that has no object to load: `load: noSubject`, and a "no" is 403. */
export const noSubject = async (): Promise<null> => null;

/** A change that visitors may ask for (sign-in, joining by code, set-up); it authorises by what it is given. */
export function openCommand<I extends z.ZodType, O extends z.ZodType>(
  spec: Common<I, O> & { run: (db: Db, input: z.output<I>, context: Context) => Promise<z.input<O>> },
): Verb<z.output<O>> {
  return {
    at: spec.at,
    input: spec.input,
    output: spec.output,
    refusals: spec.refusals ?? [],
    open: true,
    changes: true,
    call: (context, raw) =>
      settle(async () => spec.output.parse(await spec.run(database(spec.door), parseInput(spec.input, raw), context))),
  };
}

/** A question asked of the database. `may` is asked before; what is not visible to the viewer is filtered in `run` and is not found. */
export function query<I extends z.ZodType, O extends z.ZodType>(
  spec: Common<I, O> & {
    may: (viewer: Member) => boolean;
    run: (db: Db, input: z.output<I>, context: Context<Member>) => Promise<z.input<O>>;
  },
): Verb<z.output<O>> {
  return {
    at: spec.at,
    input: spec.input,
    output: spec.output,
    refusals: spec.refusals ?? [],
    open: false,
    changes: false,
    async call(context, raw) {
      return settle(async () => {
        admit(context.viewer, false);
        const member = context as Context<Member>;
        if (!spec.may(member.viewer)) throw new Refusal("forbidden");
        return spec.output.parse(await spec.run(database(spec.door), parseInput(spec.input, raw), member));
      });
    },
  };
}

/** A question that visitors may ask, such as whether a certificate is genuine; it tells everybody the same. */
export function openQuery<I extends z.ZodType, O extends z.ZodType>(
  spec: Common<I, O> & { run: (db: Db, input: z.output<I>, context: Context) => Promise<z.input<O>> },
): Verb<z.output<O>> {
  return { ...openCommand(spec), changes: false };
}
