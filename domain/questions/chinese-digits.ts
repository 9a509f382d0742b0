/** The signs of 0 to 9, everyday and formal. */
const DIGIT_SIGNS = ["〇零", "一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"];
const DIGITS: Readonly<Record<string, number>> = Object.fromEntries(
  DIGIT_SIGNS.flatMap((signs, digit) => [...signs].map((sign) => [sign, digit])),
);
const UNITS: Readonly<Record<string, bigint>> = { 十: 10n, 拾: 10n, 百: 100n, 佰: 100n, 千: 1_000n, 仟: 1_000n };
const GROUPS: Readonly<Record<string, bigint>> = { 万: 10_000n, 亿: 100_000_000n };

const DIGIT = Object.keys(DIGITS).join("");
const UNIT = Object.keys(UNITS).join("");
const GROUP = Object.keys(GROUPS).join("");
/** A number begins with a digit or with ten; 百年 and 万岁 are words. */
const CHINESE_NUMBER = new RegExp(`[${DIGIT}十拾][${DIGIT}${UNIT}${GROUP}]*`, "gu");
const MIXED_NUMBER = new RegExp(`(\\d+)([${GROUP}])`, "gu");

/** 二千零三十五 → 2035, by place value. */
function byUnits(run: string): string {
  let total = 0n;
  let section = 0n;
  let digit: bigint | null = null;
  for (const sign of run) {
    const unit = UNITS[sign];
    const group = GROUPS[sign];
    if (unit !== undefined) section += (digit ?? 1n) * unit;
    else if (group !== undefined) {
      total = (total + section + (digit ?? 0n)) * group;
      section = 0n;
    }
    digit = unit === undefined && group === undefined ? BigInt(DIGITS[sign] ?? 0) : null;
  }
  return String(total + section + (digit ?? 0n));
}

const arabic = (run: string) => (/[十拾百佰千仟万亿]/u.test(run) ? byUnits(run) : [...run].map((sign) => DIGITS[sign]).join(""));

/** Numbers written in Chinese as Arabic digits: 二〇二四年 → 2024年, 三十二条 → 32条, 3万 → 30000. Both sides of a comparison pass through it. */
export function withArabicDigits(text: string): string {
  return text
    .replace(CHINESE_NUMBER, arabic)
    .replace(MIXED_NUMBER, (_, digits: string, group: string) => String(BigInt(digits) * (GROUPS[group] ?? 1n)));
}
