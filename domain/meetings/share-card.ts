import { fitText, type Measure } from "#domain/certificates/fit-text.ts";
import type { Mark } from "#domain/certificates/layout.ts";
import { qrShape, rectangle, type Shape } from "#domain/certificates/ornament.ts";

/** What a card says that is shown around before a meeting. `address`: where its code leads. */
export type ShareCard = Readonly<{
  holder: string;
  kind: string;
  title: string;
  when: string;
  place: string;
  hint: string;
  address: string;
}>;

/** Upright, three to four, as a phone shows a picture in a chat; in points, two pixels each. */
export const CARD = { width: 540, height: 720 } as const;

const INK = "#1f2328";
const MUTED = "#575d66";
const SEAL = "#b5232a";
const LINE = "#e4e0d8";
const PAPER = "#fbfaf7";

const CENTRE = CARD.width / 2;
const TEXT_WIDTH = 440;
const CODE = { side: 196, pad: 18, bottom: CARD.height - 92 };
const CODE_TOP = CODE.bottom - CODE.side - CODE.pad;

type Line = Readonly<{ text: string; size: number; least: number; most: number; color: string; gap: number; weight: number }>;

const shape = (of: Shape, color: string, isCode = false): Mark => ({ kind: "shape", shape: of, color, isCode });

/** Lines in the middle, one block below the other from `top`; `down` centres them in so much room. */
function setLines(lines: readonly Line[], { top, room }: Readonly<{ top: number; room: number }>, measure: Measure): Mark[] {
  const set = lines
    .filter(({ text }) => text !== "")
    .map((line) => ({ ...line, ...fitText(line.text, { ...line, width: TEXT_WIDTH }, measure) }));
  const height = set.reduce((sum, { gap, lines: fitted, size }) => sum + gap + fitted.length * size * 1.35, 0);
  let y = top + Math.max(0, (room - height) / 2);
  return set.flatMap(({ gap, lines: fitted, size, color, weight }) => {
    y += gap;
    return fitted.map((text): Mark => {
      y += size * 1.35;
      const x = CENTRE - measure(text, size) / 2;
      return { kind: "text", text, x, y: y - size * 0.35, size, color, weight, isTitle: false };
    });
  });
}

/** The card as marks: who holds it, what, when, where, and a code that leads there. `modules`: the QR code of its address. */
export function layShareCardOut(card: ShareCard, modules: readonly (readonly boolean[])[], measure: Measure): Mark[] {
  const { holder, kind, title, when, place, hint } = card;
  const frame = CODE.side + 2 * CODE.pad;
  const words: Line[] = [
    { text: holder, size: 20, least: 14, most: 1, color: MUTED, gap: 0, weight: 0 },
    { text: kind, size: 18, least: 14, most: 1, color: SEAL, gap: 6, weight: 0.2 },
    { text: title, size: 38, least: 22, most: 3, color: INK, gap: 14, weight: 0.6 },
    { text: when, size: 24, least: 16, most: 1, color: INK, gap: 20, weight: 0.2 },
    { text: place, size: 20, least: 15, most: 2, color: MUTED, gap: 8, weight: 0 },
  ];
  const below: Line[] = [{ text: hint, size: 18, least: 13, most: 1, color: MUTED, gap: 0, weight: 0 }];
  return [
    shape([rectangle(0, 0, CARD.width, CARD.height)], PAPER),
    shape([rectangle(0, 0, CARD.width, 12)], SEAL),
    ...setLines(words, { top: 36, room: CODE_TOP - CODE.pad - 60 }, measure),
    shape([rectangle(CENTRE - frame / 2 - 1, CODE_TOP - CODE.pad - 1, frame + 2, frame + 2)], LINE),
    shape([rectangle(CENTRE - frame / 2, CODE_TOP - CODE.pad, frame, frame)], "#ffffff"),
    shape(qrShape(modules, CENTRE - CODE.side / 2, CODE_TOP, CODE.side), "#000000", true),
    ...setLines(below, { top: CODE.bottom + 4, room: CARD.height - CODE.bottom - 8 }, measure),
  ];
}
