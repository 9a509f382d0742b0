import { and, count, desc, eq, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { certificates } from "#db/schema/certificates.ts";
import { can } from "#domain/access.ts";
import { rareCharacters } from "#domain/certificates/rare-characters.ts";
import { CERTIFICATE_STATES, stateOf } from "#domain/certificates/state.ts";
import { Refusal } from "#domain/refusal.ts";
import { fontCoverage } from "#server/exports/font-coverage.ts";
import { blankable, pageSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { findCertificatePolicy } from "./certificate-policy.ts";
import { type CertifyingProgramme, findCertifying } from "./find-programme.ts";
import { countFinished, listWaiting } from "./finished-people.ts";
import { findRunningJob } from "./issue-certificates.ts";
import { fromCertificates } from "./visible-certificates.ts";

const PAGE_SIZE = 50;
const MOST_RARE = 50;

const filter = { q: blankable(z.string().max(60)), state: blankable(z.enum(CERTIFICATE_STATES)) };
type Filter = Readonly<Partial<z.output<z.ZodObject<typeof filter>>>>;

const inState = {
  valid: and(isNull(certificates.revokedAt), isNull(certificates.supersededById)),
  revoked: isNotNull(certificates.revokedAt),
  superseded: isNotNull(certificates.supersededById),
};

/** The certificates of the programme; a name or a serial that contains what was typed. */
function narrowed(programmeId: number, { q, state }: Filter): SQL | undefined {
  const typed = (q ?? "").normalize("NFKC").trim();
  const anywhere = `%${typed.replace(/[\\%_]/g, "\\$&")}%`;
  const isWord = typed !== "" && typed.isWellFormed() && !typed.includes("\u0000");
  return and(
    eq(certificates.programmeId, programmeId),
    state && inState[state],
    isWord ? or(sql`${certificates.snapshot}->>'name' ilike ${anywhere}`, sql`${certificates.serial} ilike ${anywhere}`) : undefined,
  );
}

/** Who would be given a certificate with a character the font does not have; texts that all certificates share come without a person. */
async function listRare(db: Db, programme: CertifyingProgramme, organisation: string) {
  const has = fontCoverage();
  const texts = [organisation, programme.title, programme.titleEn, programme.certificateTitle ?? "", programme.certificateTitleEn];
  const names = (await listWaiting(db, programme.id)).map(({ name }) => name);
  return [...texts, ...names]
    .map((text) => ({ text, characters: rareCharacters(text, has).join(" ") }))
    .filter(({ characters }) => characters !== "")
    .slice(0, MOST_RARE);
}

/** The certificates of a programme at the desk: how many wait, what would not print, what was given, the latest first. */
export const listCertificatesDesk = query({
  at: "GET /api/desk/programmes/:slug/certificates",
  input: z.strictObject({ slug: z.string().max(100), ...filter, page: pageSchema }),
  output: z.object({
    programme: z.object({ title: z.string(), certificateTitle: z.string().nullable() }),
    counts: z.object({ people: z.number(), finished: z.number(), certified: z.number(), withheld: z.number(), waiting: z.number() }),
    /** How many hold, whatever became of those they belong to. */
    valid: z.number(),
    rare: z.array(z.object({ text: z.string(), characters: z.string() })),
    jobId: z.number().nullable(),
    certificates: z.array(
      z.object({
        ...{ id: z.number(), serial: z.string(), name: z.string(), branch: z.string(), issuedOn: z.string(), finishedOn: z.string() },
        ...{ state: z.enum(CERTIFICATE_STATES), revocationReason: z.string() },
      }),
    ),
    total: z.number(),
    page: z.number(),
    pages: z.number(),
  }),
  door: "desk",
  may: can.openDesk,
  async run(db, { slug, page, ...typed }, { viewer }) {
    const programme = await findCertifying(db, { slug });
    if (!programme || !can.giveCertificates(viewer, programme)) throw new Refusal("not-found");
    // One after the other: one connection is enough for a page.
    const counts = await countFinished(db, programme.id);
    const { organisation } = await findCertificatePolicy(db);
    const job = await findRunningJob(db, programme.id);
    const where = narrowed(programme.id, typed);
    const [counted] = await db.select({ total: count() }).from(certificates).where(where);
    const rows = await fromCertificates(db)
      .where(where)
      .orderBy(desc(certificates.id))
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE);
    const [holding] = await db
      .select({ valid: count() })
      .from(certificates)
      .where(narrowed(programme.id, { state: "valid" }));
    const total = counted?.total ?? 0;
    return {
      programme,
      counts: { ...counts, waiting: Math.max(0, counts.finished - counts.certified - counts.withheld) },
      valid: holding?.valid ?? 0,
      rare: await listRare(db, programme, organisation),
      jobId: job?.createdBy === viewer.personId ? job.id : null,
      certificates: rows.map((row) => ({ ...row, ...row.snapshot, state: stateOf(row) })),
      ...{ total, page, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)) },
    };
  },
});
