import { z } from "zod";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import en from "#messages/en.json" with { type: "json" };
import zh from "#messages/zh-CN.json" with { type: "json" };
import { fileReply, xlsxReply } from "#server/file-reply.ts";
import { idSchema } from "#server/input-schemas.ts";
import { fileLanguage } from "#server/people/people-file.ts";
import { query } from "#server/verb.ts";
import { ledgerLines } from "./get-hall.ts";
import { readHall } from "./hall-view.ts";

type Words = typeof zh.halls;
type Line = Awaited<ReturnType<typeof ledgerLines>>[number];

const clock = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  ...{
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    fractionalSecondDigits: 3,
  },
});

const kindOf = (words: Words, kind: string): string => words.events[kind as keyof Words["events"]] ?? kind;

/** What a line says beside its kind: a verdict, the value of a risk, the number of the line that is undone or ruled. */
function saidOf(words: Words, { said }: Line): string {
  const { verdict, value, of, points } = said as { verdict?: keyof Words["verdicts"]; value?: number; of?: number; points?: number };
  return [verdict && words.verdicts[verdict], value && String(value / 1_000), of && `№ ${of}`, points && String(points / 1_000)]
    .filter(Boolean)
    .join(" · ");
}

/** The whole protocol of a final as a sheet: every line of the ledger with what it changed, why, by whom and when. */
export const exportHall = query({
  at: "GET /api/desk/halls/:id/export",
  input: z.strictObject({ id: idSchema, language: fileLanguage }),
  output: fileReply,
  door: "desk",
  may: can.openDesk,
  async run(db, { id, language }, { viewer }) {
    const found = await readHall(db, id);
    if (!found || !can.runContest(viewer, found.hall)) throw new Refusal("not-found");
    const words = (language === "en" ? en : zh).halls;
    const sides = found.view.sides.toSorted((one, other) => one.seat - other.seat);
    const name = (seat: number | null) => sides.find((side) => side.seat === seat)?.name ?? "";
    const lines = await ledgerLines(db, found.ledger);
    const { columns } = words;
    const header = [columns.number, columns.at, columns.what, columns.side, columns.said, ...sides.map((side) => side.name)];
    return xlsxReply(
      `${found.hall.title} ${words.protocol}`,
      [...header, columns.reason, columns.by, columns.undone, columns.micros],
      lines.map((line) => [
        ...[line.seq, clock.format(line.at), kindOf(words, line.kind), name(line.seat), saidOf(words, line)],
        ...sides.map(({ seat }) => {
          const effect = line.effects.find((one) => one.seat === seat);
          return effect ? effect.points / 1_000 : null;
        }),
        ...[line.reason, line.by, line.isTakenBack ? words.yes : "", line.us],
      ]),
    );
  },
});
