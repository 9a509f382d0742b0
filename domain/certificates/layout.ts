import { chineseDay, englishDay } from "./day-of.ts";
import { fitText, type Measure } from "./fit-text.ts";
import { corners, divider, frame, qrShape, rectangle, type Shape, wavyRing } from "./ornament.ts";
import type { CertificateSnapshot } from "./snapshot.ts";

/** A4 lying, in points. */
export const SHEET = { width: 842, height: 595 } as const;

/** One thing drawn: a text from its base line, or a shape. `weight`: how much the strokes are thickened, in points. */
export type Mark =
  | Readonly<{ kind: "text"; text: string; x: number; y: number; size: number; color: string; weight: number; isTitle: boolean }>
  | Readonly<{ kind: "shape"; shape: Shape; color: string; isCode: boolean }>;

const INK = "#1f2328";
const MUTED = "#575d66";
const SEAL = "#8e1b1e";
const GOLD = "#b8893b";
const GOLD_INK = "#7a5a1e";
const PAPER = "#fdfbf6";
const WASH = "#f4ebd8";

const CENTRE = SHEET.width / 2;
const MARGIN = 94;
const BOTTOM = SHEET.height - 62;
const BODY = { top: 172, bottom: 444, width: 640 };
const CODE = { side: 74, x: MARGIN, y: BOTTOM - 74 };

type Block = Readonly<{
  text: string;
  size: number;
  least: number;
  most: number;
  color: string;
  gap: number;
  weight?: number;
  width?: number;
}>;

const shape = (of: Shape, color: string, isCode = false): Mark => ({ kind: "shape", shape: of, color, isCode });
const text = (said: string, x: number, y: number, size: number, color: string, weight = 0, isTitle = false): Mark => ({
  ...{ kind: "text", text: said, x, y, size, color, weight, isTitle },
});

const ornaments = (): Mark[] => [
  shape([rectangle(0, 0, SHEET.width, SHEET.height)], PAPER),
  ...[0, 1, 2, 3].map((n) => shape(wavyRing(CENTRE, 312, 118 + 8 * n, { height: 9, times: 20, turn: (n * Math.PI) / 2 }), WASH)),
  ...[...frame(SHEET.width, SHEET.height, 20, 3.2), ...frame(SHEET.width, SHEET.height, 27, 0.8)].map((bar) => shape(bar, GOLD)),
  ...corners(SHEET.width, SHEET.height, 34).map((corner) => shape(corner, GOLD)),
  shape(divider(CENTRE, 158, 130), GOLD),
];

/** What was finished, or what was won where. */
function deedBlocks({ programme, programmeEn, finishedOn, award }: CertificateSnapshot): Block[] {
  const small = { size: 11.5, least: 9, most: 1, color: MUTED };
  const title: Block = { text: `《${programme}》`, size: 21, least: 15, most: 2, color: INK, gap: 10, weight: 0.25 };
  if (award) {
    return [
      { ...small, text: "在以下竞赛中荣获  has won in the contest", gap: 16 },
      title,
      { text: award.name, size: 30, least: 20, most: 1, color: SEAL, gap: 12, weight: 0.5 },
      { text: award.nameEn, size: 12.5, least: 10, most: 1, color: GOLD_INK, gap: 5 },
    ];
  }
  return [
    { ...small, text: "完成学习计划  has completed the study programme", gap: 16 },
    title,
    ...(programmeEn ? [{ text: programmeEn, size: 12.5, least: 10, most: 2, color: GOLD_INK, gap: 7 }] : []),
    { ...small, text: `完成于 ${chineseDay(finishedOn)}  Finished on ${englishDay(finishedOn)}`, gap: 14 },
  ];
}

/** Every line of text in the middle, the whole of it centred between title and foot. */
function body(certificate: CertificateSnapshot, measure: Measure): Mark[] {
  const { name, branch } = certificate;
  const small = { size: 11.5, least: 9, most: 1, color: MUTED };
  const blocks: Block[] = [
    { ...small, text: "兹证明  This is to certify that", gap: 0 },
    { text: name, size: 34, least: 18, most: 1, color: INK, gap: 16, weight: 0.5 },
    { text: branch, size: 13, least: 10, most: 2, color: MUTED, gap: 8 },
    ...deedBlocks(certificate),
  ];
  const set = blocks.map((block) => ({ ...block, ...fitText(block.text, { width: BODY.width, ...block }, measure) }));
  const height = set.reduce((sum, { gap, lines, size }) => sum + gap + lines.length * size * 1.3, 0);
  let y = BODY.top + Math.max(0, (BODY.bottom - BODY.top - height) / 2);
  return set.flatMap(({ gap, lines, size, color, weight }) => {
    y += gap;
    return lines.map((line) => {
      y += size * 1.3;
      return text(line, CENTRE - measure(line, size) / 2, y - size * 0.3, size, color, weight);
    });
  });
}

function head({ title, titleEn }: CertificateSnapshot, measure: Measure): Mark[] {
  const large = fitText(title, { width: 620, size: 44, least: 22, most: 1 }, measure);
  const small = titleEn === "" ? { lines: [], size: 14 } : fitText(titleEn, { width: 620, size: 15, least: 10, most: 1 }, measure);
  return [
    ...large.lines.map((line) =>
      text(line, CENTRE - measure(line, large.size) / 2, titleEn ? 112 : 124, large.size, SEAL, large.size / 50, true),
    ),
    ...small.lines.map((line) => text(line, CENTRE - measure(line, small.size) / 2, 138, small.size, GOLD_INK)),
  ];
}

/** Left: how to check it. Right: who gave it, and when. */
function foot(certificate: CertificateSnapshot, modules: readonly (readonly boolean[])[], measure: Measure): Mark[] {
  const { serial, verifyUrl, organisation, issuedOn } = certificate;
  const left = CODE.x + CODE.side + 14;
  const site = fitText(new URL(verifyUrl).host, { width: 190, size: 8.5, least: 6.5, most: 1 }, measure);
  const giver = fitText(organisation, { width: 330, size: 16, least: 11, most: 2 }, measure);
  const end = (line: string, size: number) => SHEET.width - MARGIN - measure(line, size);
  const days: readonly [string, number, string, number][] = [
    [chineseDay(issuedOn), 12.5, INK, 20],
    [englishDay(issuedOn), 10, MUTED, 4],
  ];
  return [
    shape([rectangle(CODE.x - 8, CODE.y - 8, CODE.side + 16, CODE.side + 16)], "#ffffff"),
    shape(qrShape(modules, CODE.x, CODE.y, CODE.side), "#000000", true),
    text("扫码查验  Scan to verify", left, CODE.y + 16, 9.5, MUTED),
    text(serial, left, CODE.y + 38, 13, INK, 0.2),
    ...site.lines.map((line) => text(line, left, CODE.y + 56, site.size, MUTED)),
    ...giver.lines.map((line, at) => {
      const below = (giver.lines.length - 1 - at) * giver.size * 1.3;
      return text(line, end(line, giver.size), BOTTOM - 42 - below, giver.size, INK, 0.2);
    }),
    ...days.map(([line, size, color, up]) => text(line, end(line, size), BOTTOM - up, size, color)),
  ];
}

/** A certificate as marks on a sheet: the one layout of its document and its picture. `modules`: the QR code of its address. */
export const layCertificateOut = (certificate: CertificateSnapshot, modules: readonly (readonly boolean[])[], measure: Measure): Mark[] => [
  ...ornaments(),
  ...head(certificate, measure),
  ...body(certificate, measure),
  ...foot(certificate, modules, measure),
];
