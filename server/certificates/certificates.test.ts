import { eq, sql } from "drizzle-orm";
import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { certificates } from "#db/schema/certificates.ts";
import { notices } from "#db/schema/notices.ts";
import { audit } from "#db/schema/operations.ts";
import { organisation, people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { finishedAt } from "#domain/certificates/finished-at.ts";
import { VISITOR } from "#domain/people/viewer.ts";
import { getJob } from "#server/jobs/get-job.ts";
import { runNextJob } from "#server/jobs/run-jobs.ts";
import { aProgramme, owe, type TaskEnd } from "#tests/world/finished-programme.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { aBranch, anOrganisation, aPerson, as } from "#tests/world/people.ts";
import { findCertifying } from "./find-programme.ts";
import { finishedIn } from "./finished-people.ts";
import { getCertificatePdf } from "./get-certificate-pdf.ts";
import { getCertificatePng } from "./get-certificate-png.ts";
import { getCertificatesFile } from "./get-certificates-file.ts";
import { giveCertificates } from "./give-certificates.ts";
import { issueCertificate } from "./issue-certificate.ts";
import { issueCertificates } from "./issue-certificates.ts";
import { issueCertificatesJob } from "./issue-certificates-job.ts";
import { listCertificatesDesk } from "./list-certificates-desk.ts";
import { listMyCertificates } from "./list-my-certificates.ts";
import { reissueCertificate } from "./reissue-certificate.ts";
import { revokeCertificate } from "./revoke-certificate.ts";
import { setCertificatePolicy } from "./set-certificate-policy.ts";
import { verifyCertificate } from "./verify-certificate.ts";
import { fromCertificates, visibleCertificates } from "./visible-certificates.ts";

const now = new Date("2026-03-10T08:00:00Z");
let desk: ReturnType<typeof database>;
let root: { id: number; path: string };
let branch: { id: number; path: string };
let organizer: number;

beforeAll(async () => {
  desk = database("desk");
  await anOrganisation();
  root = await aBranch();
  branch = await aBranch(root.id, "第三支部");
  organizer = await aPerson(root.id, { held: [{ office: "organizer", branchId: root.id }] });
});

const learner = async (name?: string) => ({ id: await aPerson(branch.id, name ? { name } : {}), branchId: branch.id });
const staffNoOf = async (id: number) => (await desk.select({ staffNo: people.staffNo }).from(people).where(eq(people.id, id)))[0]?.staffNo;
const check = (serial: string, address = "10.1.1.1") =>
  verifyCertificate.call({ viewer: VISITOR, now, requestId: "t", address, device: "" }, { serial });
const listed = async (slug: string, filter: object = {}, who = organizer) =>
  listCertificatesDesk.call(await as(who, now), { slug, ...filter });
const issueTo = async (slug: string, person: number, who = organizer, at = now) =>
  issueCertificate.call(await as(who, at), { slug, staffNo: (await staffNoOf(person)) ?? "" });
const rowsOf = (programmeId: number) =>
  desk.select().from(certificates).where(eq(certificates.programmeId, programmeId)).orderBy(certificates.id);

describe("who finished", () => {
  test("the rule and its SQL say the same of every mixture of tasks", async () => {
    const programme = await aProgramme(root.id);
    const ends: (TaskEnd | null)[] = ["done", "waived", "cancelled", "open", null];
    const mixtures = ends.flatMap((one) => ends.flatMap((two) => ends.map((three) => [one, two, three] as const)));
    const expected = new Map<number, string>();
    for (const mixture of mixtures) {
      const person = await learner();
      if (mixture.some((end) => end !== null)) await owe(programme, person, mixture);
      const at = new Date("2026-03-08T02:00:00Z");
      const owed = mixture.flatMap((end, place) =>
        end === null
          ? []
          : [
              {
                isRequired: place < 2,
                doneAt: end === "done" ? at : null,
                waivedAt: end === "waived" ? at : null,
                cancelledAt: end === "cancelled" ? at : null,
              },
            ],
      );
      const finished = finishedAt(owed);
      if (finished) expected.set(person.id, finished.toISOString());
    }
    const { rows } = await desk.execute<{ person_id: string; finished_at: Date }>(finishedIn(programme.id));
    expect(expected.size).toBeGreaterThan(20);
    expect(new Map(rows.map((row) => [Number(row.person_id), new Date(row.finished_at).toISOString()]))).toEqual(expected);
  });
});

describe("giving", () => {
  test("twenty requests for each of three people at once give one certificate each, numbered without gap or repetition", async () => {
    const programme = await aProgramme(root.id);
    const three = await Promise.all(["曾单", "张骉", "李㐂"].map(learner));
    for (const person of three) await owe(programme, person, ["done", "waived", "open"]);
    const before = (await desk.execute<{ last: number }>(sql`select last from certificate_serials where year = 2026`)).rows[0]?.last ?? 0;
    const outcomes = await Promise.all(three.flatMap(({ id }) => Array.from({ length: 20 }, () => issueTo(programme.slug, id))));
    const said = outcomes.map(refusalOf);
    expect(said.filter((code) => code === "ok")).toHaveLength(3);
    // On a busy machine some are asked to come back: that is no certificate either.
    expect(said.filter((code) => !["ok", "already-certified", "unavailable"].includes(code))).toEqual([]);
    expect(said).toContain("already-certified");
    const rows = await rowsOf(programme.id);
    expect(rows.map(({ serial }) => serial)).toEqual([1, 2, 3].map((n) => `ZX-2026-${String(before + n).padStart(6, "0")}`));
    expect(rows[0]?.snapshot).toMatchObject({
      organisation: "测试单位",
      branch: "第三支部",
      title: "结业证书",
      finishedOn: "2026-03-08",
      issuedOn: "2026-03-10",
      verifyUrl: `http://study.test/verify/${rows[0]?.serial}`,
    });
    expect(await desk.select().from(audit).where(eq(audit.action, "certificate.issue"))).toHaveLength(3);
    expect((await desk.select().from(notices).where(eq(notices.kind, "certificate-issued"))).map((one) => one.personId).sort()).toEqual(
      three.map(({ id }) => id).sort(),
    );
  });

  test("refuses who has not finished, who is not there, a programme without a title, and an office elsewhere", async () => {
    const programme = await aProgramme(branch.id);
    const plain = await aProgramme(root.id, { certificateTitle: null });
    const lazy = await learner();
    await owe(programme, lazy, ["done", "open"]);
    await owe(plain, lazy, ["done", "done"]);
    expect(refusalOf(await issueTo(programme.slug, lazy.id))).toBe("programme-not-finished@staffNo");
    expect(refusalOf(await issueCertificate.call(await as(organizer, now), { slug: programme.slug, staffNo: "没有这个号" }))).toBe(
      "programme-not-finished@staffNo",
    );
    expect(refusalOf(await issueTo(plain.slug, lazy.id))).toBe("no-certificate-here");
    const sibling = await aBranch(root.id);
    const other = await aPerson(sibling.id, { held: [{ office: "organizer", branchId: sibling.id }] });
    expect(refusalOf(await issueTo(programme.slug, lazy.id, other))).toBe("not-found");
    expect(refusalOf(await listed(programme.slug, {}, other))).toBe("not-found");
    expect(refusalOf(await listed(programme.slug, {}, lazy.id))).toBe("forbidden");
  });

  test("a number belongs to its year in the organisation's zone", async () => {
    const programme = await aProgramme(root.id);
    const one = await learner();
    await owe(programme, one, ["done", "done"]);
    const { serial } = valueOf(await issueTo(programme.slug, one.id, organizer, new Date("2026-12-31T16:00:01Z")));
    expect(serial).toBe("ZX-2027-000001");
  });
});

describe("giving to everyone who finished", () => {
  const crowd = async (size: number) => {
    const programme = await aProgramme(root.id);
    const all = [];
    for (let n = 0; n < size; n++) all.push(await learner());
    for (const person of all) await owe(programme, person, ["done", "done"]);
    return { programme, all };
  };
  const start = async (slug: string, who = organizer) => issueCertificates.call(await as(who, now), { slug });

  test("is one job for whoever asks twice; it tells how far it is and what it did; doing it again gives nothing", async () => {
    const { programme, all } = await crowd(120);
    await owe(programme, await learner(), ["done", "open"]);
    const revoked = all[0]?.id ?? 0;
    const { id } = valueOf(await issueTo(programme.slug, revoked));
    valueOf(await revokeCertificate.call(await as(organizer, now), { id, reason: "弄错了" }));
    valueOf(await issueTo(programme.slug, all[1]?.id ?? 0));

    const asked = await Promise.all(Array.from({ length: 5 }, () => start(programme.slug)));
    expect(new Set(asked.map((one) => valueOf(one).id)).size).toBe(1);
    const deputy = await aPerson(root.id, { held: [{ office: "organizer", branchId: root.id }] });
    expect(refusalOf(await start(programme.slug, deputy))).toBe("already-issuing");
    const jobId = valueOf(asked[0] as (typeof asked)[number]).id;
    expect(valueOf(await listed(programme.slug))).toMatchObject({
      jobId,
      counts: { people: 121, finished: 120, certified: 1, withheld: 1, waiting: 118 },
    });
    expect(refusalOf(await getJob.call(await as(deputy, now), { id: jobId }))).toBe("not-found");

    while (await runNextJob(() => now));
    const done = valueOf(await getJob.call(await as(organizer, now), { id: jobId }));
    expect(done).toMatchObject({
      state: "done",
      percent: 100,
      reference: null,
      result: { issued: 118, already: 1, notEligible: 1, withheld: 1 },
    });
    const again = valueOf(await start(programme.slug)).id;
    while (await runNextJob(() => now));
    expect(valueOf(await getJob.call(await as(organizer, now), { id: again })).result).toMatchObject({ issued: 0, already: 119 });
    expect(await rowsOf(programme.id)).toHaveLength(120);
  });

  test("a job that died in the middle goes on where it stood, and its figures are of the whole", async () => {
    const { programme, all } = await crowd(60);
    const { id } = valueOf(await start(programme.slug));
    const client = new pg.Client({ connectionString: process.env["ZX_DATABASE_URL"] });
    await client.connect();
    await client.query(`alter table certificates add constraint boom check (person_id < ${all[55]?.id}) not valid`);
    await runNextJob(() => now);
    expect(valueOf(await getJob.call(await as(organizer, now), { id }))).toMatchObject({
      ...{ state: "waiting", percent: 83, reference: `job-${id}`, result: { issued: 50 } },
    });
    expect(await rowsOf(programme.id)).toHaveLength(50);
    await client.query("alter table certificates drop constraint boom");
    await client.end();
    await runNextJob(() => new Date(now.getTime() + 60_000));
    expect(valueOf(await getJob.call(await as(organizer, now), { id }))).toMatchObject({
      ...{ state: "done", reference: null, result: { issued: 60, already: 0, notEligible: 0, withheld: 0 } },
    });
    expect(await rowsOf(programme.id)).toHaveLength(60);
  });

  test("two workers with the same job give one certificate each", async () => {
    const { programme } = await crowd(70);
    const payload = { programmeId: programme.id, origin: "http://study.test" };
    const job = { id: 0, createdBy: organizer, result: null };
    const results = await Promise.all([issueCertificatesJob(payload, now, job), issueCertificatesJob(payload, now, job)]);
    expect(results[0].issued + results[1].issued).toBe(70);
    expect(new Set((await rowsOf(programme.id)).map(({ serial }) => serial)).size).toBe(70);
  });

  test("nothing is half given: when the notice cannot be written, no number is used", async () => {
    const { programme, all } = await crowd(2);
    const before = await desk.execute(sql`select * from certificate_serials order by year`);
    const giving = desk.transaction(async (tx) => {
      const found = await findCertifying(tx, programme);
      if (!found) throw new Error("there is no programme");
      const personIds = all.map(({ id }) => id);
      await giveCertificates(tx, found, personIds, { personId: organizer, now, origin: "http://study.test" });
      throw new Error("the line is dead");
    });
    await expect(giving).rejects.toThrow("the line is dead");
    expect(await rowsOf(programme.id)).toEqual([]);
    expect((await desk.execute(sql`select * from certificate_serials order by year`)).rows).toEqual(before.rows);
  });
});

describe("afterwards", () => {
  test("revoked for a reason: the holder reads it, who checks hears it, nobody downloads it; another may be given by hand", async () => {
    const programme = await aProgramme(root.id);
    const person = await learner("张小三");
    await owe(programme, person, ["done", "done"]);
    const { id, serial } = valueOf(await issueTo(programme.slug, person.id));
    expect(valueOf(await check(serial))).toMatchObject({ state: "valid", name: "张*三", organisation: "测试单位" });
    expect(refusalOf(await revokeCertificate.call(await as(organizer, now), { id, reason: "  " }))).toBe("invalid@reason");
    expect(refusalOf(await revokeCertificate.call(await as(person.id, now), { id, reason: "不要了" }))).toBe("not-found");
    valueOf(await revokeCertificate.call(await as(organizer, now), { id, reason: "成绩有误" }));
    expect(refusalOf(await revokeCertificate.call(await as(organizer, now), { id, reason: "再来" }))).toBe("certificate-not-valid");
    expect(valueOf(await check(serial.toLowerCase()))).toMatchObject({ state: "revoked" });
    expect(JSON.stringify(valueOf(await check(serial)))).not.toContain("成绩有误");
    expect(valueOf(await listMyCertificates.call(await as(person.id, now), {})).certificates).toMatchObject([
      { id, state: "revoked", revocationReason: "成绩有误" },
    ]);
    expect(refusalOf(await getCertificatePdf.call(await as(person.id, now), { id }))).toBe("certificate-not-valid");
    expect(refusalOf(await reissueCertificate.call(await as(organizer, now), { id }))).toBe("certificate-not-valid");
    const entries = await desk.select().from(audit).where(eq(audit.objectId, id));
    expect(entries).toMatchObject([
      { action: "certificate.issue" },
      { action: "certificate.revoke", reason: "成绩有误", actorId: organizer },
    ]);
    const second = valueOf(await issueTo(programme.slug, person.id));
    expect(second.serial).not.toBe(serial);
  });

  test("replaced: today's name under a new serial, the old says so, ten at once make one", async () => {
    const programme = await aProgramme(root.id);
    const person = await learner("王小明");
    await owe(programme, person, ["done", "done"]);
    const old = valueOf(await issueTo(programme.slug, person.id));
    await desk.update(people).set({ name: "王晓明" }).where(eq(people.id, person.id));
    const context = await as(organizer, now);
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => reissueCertificate.call(context, { id: old.id, reason: "改名" })));
    expect(outcomes.map(refusalOf).toSorted()).toEqual([...Array(9).fill("certificate-not-valid"), "ok"]);
    const [first, second] = await rowsOf(programme.id);
    expect(first).toMatchObject({ serial: old.serial, supersededById: second?.id, snapshot: { name: "王小明" } });
    expect(second).toMatchObject({ supersededById: null, snapshot: { name: "王晓明", finishedOn: "2026-03-08" } });
    expect([valueOf(await check(old.serial)).state, valueOf(await check(second?.serial ?? "")).state]).toEqual(["superseded", "valid"]);
    expect(valueOf(await listed(programme.slug, { state: "superseded" })).certificates.map((one) => one.id)).toEqual([old.id]);
    expect(valueOf(await listed(programme.slug, { q: "晓明" })).total).toBe(1);
    expect(valueOf(await listed(programme.slug, { q: "%" })).total).toBe(0);
  });

  test("a serial nobody was given is not found; the two hundred and first check of an address is refused", async () => {
    for (const serial of ["ZX-2026-999999", "ZX-2026-1", "'; drop table", "", "𠮷".repeat(20)]) {
      expect(refusalOf(await check(serial))).toBe("not-found");
    }
    const outcomes = [];
    for (let n = 0; n < 201; n++) outcomes.push(refusalOf(await check("ZX-2026-999999", "10.9.9.9")));
    expect(outcomes.filter((code) => code === "not-found")).toHaveLength(200);
    expect(outcomes.at(-1)).toBe("too-many-guesses");
    expect(refusalOf(await check("ZX-2026-999999", "10.9.9.10"))).toBe("not-found");
  });

  test("the code and the way names are shown are the organisation's; a bad code is refused at its field", async () => {
    const admin = await aPerson(root.id, { held: [{ office: "admin", branchId: root.id }] });
    const set = async (input: object, who = admin) => setCertificatePolicy.call(await as(who, now), input);
    expect(refusalOf(await set({ code: "测试", names: "full" }))).toBe("invalid@code");
    expect(refusalOf(await set({ code: "XH", names: "full" }, organizer))).toBe("forbidden");
    await desk.update(organisation).set({ policies: { studyNames: "reason" } });
    expect(valueOf(await set({ code: "xhjg", names: "full" })).changed).toEqual(["certificateCode", "certificateNames"]);
    const programme = await aProgramme(root.id);
    const person = await learner("李四");
    await owe(programme, person, ["done", "done"]);
    const { serial } = valueOf(await issueTo(programme.slug, person.id));
    expect(serial).toMatch(/^XHJG-2026-\d{6}$/);
    expect(valueOf(await check(serial)).name).toBe("李四");
    expect((await desk.select().from(organisation))[0]?.policies).toEqual({
      studyNames: "reason",
      certificateCode: "XHJG",
      certificateNames: "full",
    });
    await set({ code: "ZX", names: "masked" });
  });
});

describe("seeing", () => {
  test("the SQL shows exactly what can.seeCertificate allows, to everyone", async () => {
    const below = await aBranch(branch.id);
    const elsewhere = await aBranch();
    // The last is of a programme of the tree for somebody who has moved out of it.
    const programmes = [
      await aProgramme(root.id),
      await aProgramme(branch.id),
      await aProgramme(below.id),
      await aProgramme(elsewhere.id),
      await aProgramme(branch.id),
    ];
    const chief = await aPerson(elsewhere.id, { held: [{ office: "organizer", branchId: elsewhere.id }] });
    const holders: number[] = [];
    for (const [at, programme] of programmes.entries()) {
      const home = [branch, below, below, elsewhere, elsewhere][at] as { id: number };
      const person = { id: await aPerson(home.id), branchId: home.id };
      holders.push(person.id);
      await owe(programme, person, ["done", "done"]);
      valueOf(await issueTo(programme.slug, person.id, at === 3 ? chief : organizer));
    }
    const offices = ["admin", "organizer", "branch_admin", "reviewer", "leader"] as const;
    const held = await Promise.all(
      [root, branch, below, elsewhere].flatMap(({ id }) => offices.map((office) => aPerson(id, { held: [{ office, branchId: id }] }))),
    );
    const all = await fromCertificates(desk);
    for (const personId of [...holders, ...held]) {
      const { viewer } = await as(personId, now);
      const shown = (await fromCertificates(desk).where(visibleCertificates(viewer))).map(({ id }) => id).sort();
      expect(shown).toEqual(
        all
          .filter((one) => can.seeCertificate(viewer, one))
          .map(({ id }) => id)
          .sort(),
      );
    }
  });

  test("document and picture go to the holder and the office above, to others they are not there", async () => {
    const programme = await aProgramme(root.id);
    const person = await learner("曾单骉㐂");
    await owe(programme, person, ["done", "done"]);
    const { id, serial } = valueOf(await issueTo(programme.slug, person.id));
    const neighbour = await aPerson(branch.id);
    for (const verb of [getCertificatePdf, getCertificatePng])
      expect(refusalOf(await verb.call(await as(neighbour, now), { id }))).toBe("not-found");
    const pdf = valueOf(await getCertificatePdf.call(await as(person.id, now), { id }));
    expect([pdf.fileName, Buffer.from(pdf.bytes.subarray(0, 5)).toString()]).toEqual([`${serial}.pdf`, "%PDF-"]);
    const png = valueOf(await getCertificatePng.call(await as(organizer, now), { id }));
    expect([png.fileName, Buffer.from(png.bytes).subarray(1, 4).toString()]).toEqual([`${serial}.png`, "PNG"]);
    const file = valueOf(await getCertificatesFile.call(await as(organizer, now), { slug: programme.slug }));
    expect(file.fileName).toBe(`${programme.title}-1.pdf`);
    expect(refusalOf(await getCertificatesFile.call(await as(organizer, now), { slug: programme.slug, part: 2 }))).toBe(
      "no-certificates-yet",
    );
    expect(refusalOf(await getCertificatesFile.call(await as(person.id, now), { slug: programme.slug }))).toBe("forbidden");
  });

  test("names that would not print are told before anything is given", async () => {
    const programme = await aProgramme(root.id);
    for (const name of ["𠮷田", "曾单骉㐂", "阿不都热合曼·买买提江"]) await owe(programme, await learner(name), ["done", "done"]);
    expect(valueOf(await listed(programme.slug)).rare).toEqual([{ text: "𠮷田", characters: "𠮷" }]);
  });
});
