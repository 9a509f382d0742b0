import { and, asc, eq, inArray, isNotNull, isNull, ne } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { programmeItems, programmeModules, programmes } from "#db/schema/programmes.ts";
import { indexText, type Language, unindexText } from "./index-text.ts";

type Programme = typeof programmes.$inferSelect;
type Item = Pick<typeof programmeItems.$inferSelect, "id" | "kind" | "title" | "titleEn" | "meeting" | "meetingId" | "retiredAt">;

const line = (text: string) => ({ place: "", text });

/** An item that is a meeting, by itself: its title, where it is held (one of a group or branch tells that itself), whose it is. */
async function indexItem(tx: Tx, programme: Programme, { id, title, titleEn, meeting, meetingId }: Item): Promise<void> {
  const place = line(meetingId === null ? (meeting?.place ?? "") : "");
  const common = { kind: "item" as const, subjectId: id, edition: programme.revision };
  await indexText(tx, { ...common, lang: "zh-CN", title, body: [place, line(programme.title)] });
  if (titleEn === "") await unindexText(tx, { kind: "item", subjectIds: [id], but: ["zh-CN"] });
  else await indexText(tx, { ...common, lang: "en", title: titleEn, body: [place, line(programme.titleEn)] });
}

/** Brings the search to a programme as its people see it: titles, introduction and meetings while it is published, else nothing. In the transaction that changed it. */
export async function indexProgramme(tx: Tx, id: number): Promise<void> {
  const items: Item[] = await tx
    .select({
      id: programmeItems.id,
      kind: programmeItems.kind,
      title: programmeItems.title,
      titleEn: programmeItems.titleEn,
      meeting: programmeItems.meeting,
      meetingId: programmeItems.meetingId,
      retiredAt: programmeItems.retiredAt,
    })
    .from(programmeItems)
    .where(eq(programmeItems.programmeId, id))
    .orderBy(asc(programmeItems.moduleId), asc(programmeItems.place));
  const [programme] = await tx
    .select()
    .from(programmes)
    .where(and(eq(programmes.id, id), ne(programmes.kind, "template"), isNotNull(programmes.publishedAt), isNull(programmes.cancelledAt)));
  const shown = items.filter(({ retiredAt }) => programme && retiredAt === null);
  const meetings = shown.filter(({ kind }) => kind === "meeting");
  const gone = items.filter((item) => !meetings.includes(item)).map((item) => item.id);
  await unindexText(tx, { kind: "item", subjectIds: gone });
  if (!programme) return unindexText(tx, { kind: "programme", subjectIds: [id] });
  const modules = await tx
    .select({ title: programmeModules.title, titleEn: programmeModules.titleEn })
    .from(programmeModules)
    .where(and(inArray(programmeModules.programmeId, [id]), isNull(programmeModules.retiredAt)))
    .orderBy(asc(programmeModules.place));
  const write = async (lang: Language, title: string, intro: string, titles: readonly string[]) =>
    indexText(tx, {
      kind: "programme",
      subjectId: id,
      lang,
      edition: programme.revision,
      title,
      body: [...intro.split("\n"), ...titles].map(line),
    });
  const parts = [...modules, ...shown];
  await write(
    "zh-CN",
    programme.title,
    programme.intro,
    parts.map(({ title }) => title),
  );
  if (programme.titleEn === "") await unindexText(tx, { kind: "programme", subjectIds: [id], but: ["zh-CN"] });
  else
    await write(
      "en",
      programme.titleEn,
      programme.introEn,
      parts.map(({ titleEn }) => titleEn),
    );
  for (const meeting of meetings) await indexItem(tx, programme, meeting);
}
