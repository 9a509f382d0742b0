import { z } from "zod";
import { can } from "#domain/access.ts";
import { wallAt } from "#domain/groups/wall-clock.ts";
import type { ShareCard } from "#domain/meetings/share-card.ts";
import { Refusal } from "#domain/refusal.ts";
import en from "#messages/en.json" with { type: "json" };
import zh from "#messages/zh-CN.json" with { type: "json" };
import { drawInThread } from "#server/certificates/draw-in-thread.ts";
import { fileReply } from "#server/file-reply.ts";
import { idSchema } from "#server/input-schemas.ts";
import { languageSchema } from "#server/records/words-of.ts";
import { query } from "#server/verb.ts";
import { cardFacts } from "./card-facts.ts";
import { findMeeting } from "./meeting-facts.ts";

const ZONE = "Asia/Shanghai";
const MOST_KEPT = 40;

// A card looks the same to everybody: a group that opens its page in one minute has it drawn once. Bundles have copies of this module.
const state = globalThis as typeof globalThis & { zhixingCards?: Map<string, Promise<Uint8Array>> };

/** The picture of a card; drawn again when something on it changed. */
function pictureOf(card: ShareCard): Promise<Uint8Array> {
  state.zhixingCards ??= new Map();
  const kept = state.zhixingCards;
  const key = JSON.stringify(card);
  const known = kept.get(key);
  if (known) return known;
  const drawn = drawInThread({ kind: "card", card });
  kept.set(key, drawn);
  drawn.catch(() => kept.delete(key));
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return drawn;
}

/** From when to when, with the day of the week, on the organisation's clock. */
function spanOf({ startsAt, endsAt }: Readonly<{ startsAt: Date; endsAt: Date }>, language: string): string {
  const dayText = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: ZONE }).format;
  const weekday = new Intl.DateTimeFormat(language, { weekday: "short", timeZone: ZONE }).format(startsAt);
  const [from, to] = [wallAt(startsAt, ZONE), wallAt(endsAt, ZONE)];
  const until = from.day === to.day ? to.clock : `${to.day} ${to.clock}`;
  return `${dayText(startsAt)} ${weekday} ${from.clock}–${until}`;
}

/** A meeting's card as a picture, to be kept or sent on by a long press: what, who, when, where, and a code that leads to its page. */
export const getMeetingCard = query({
  at: "GET /api/meetings/:id/card",
  input: z.strictObject({ id: idSchema, language: languageSchema }),
  output: fileReply,
  door: "play",
  may: can.beSignedIn,
  async run(db, { id, language }, { viewer, origin = "http://localhost" }) {
    const meeting = await findMeeting(db, id, viewer);
    if (!meeting || !can.seeMeeting(viewer, meeting)) throw new Refusal("not-found");
    const { kindEn, ...facts } = await cardFacts(db, id);
    const { shareHint, shareShort } = (language === "en" ? en : zh).meetings;
    const card: ShareCard = {
      ...facts,
      kind: language === "en" && kindEn !== "" ? kindEn : facts.kind,
      when: spanOf(meeting, language),
      hint: meeting.isShortNotice ? shareShort : shareHint,
      address: `${origin}/meetings/${id}`,
    };
    return { fileName: `${meeting.title}.png`, contentType: "image/png", bytes: await pictureOf(card) };
  },
});
