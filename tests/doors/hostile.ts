/** A value that JSON.stringify cannot say: written into the text as it stands. */
const raw = (text: string) => `@@raw:${text}@@`;

/** JSON in which the raw values stand bare. */
export const jsonWithRaw = (body: unknown): string =>
  JSON.stringify(body).replace(/"@@raw:(.*?)@@"/g, (_, text: string) => text.replaceAll("\\\\", "\\"));

/** What a field may be sent instead of what it wants; `refused`: no field of ours can take it. */
export const HOSTILE_VALUES: readonly { name: string; value: unknown; refused: boolean }[] = [
  { name: "-1", value: -1, refused: false },
  { name: "-0", value: raw("-0"), refused: false },
  { name: "1.5", value: 1.5, refused: false },
  { name: "1e309", value: raw("1e309"), refused: true },
  { name: "2^63", value: raw("9223372036854775808"), refused: true },
  { name: "the word NaN", value: "NaN", refused: false },
  { name: "null", value: null, refused: false },
  { name: "an object", value: { toString: "x", length: 3 }, refused: true },
  { name: "NUL", value: "a\u0000b", refused: true },
  { name: "half a character", value: raw('"a\\ud800b"'), refused: true },
  { name: "210,000 characters", value: "汉".repeat(210_000), refused: true },
  { name: "a list of 50,000", value: new Array(50_000).fill(1), refused: true },
  { name: "a list of lists", value: [[[[["x"]]]]], refused: true },
  { name: "SQL", value: "'; drop table people; --", refused: false },
];

const deep = (levels: number) => `{"a":${'{"a":'.repeat(levels)}1${"}".repeat(levels)}}`;

/** Whole bodies that no verb takes. */
export const HOSTILE_BODIES: readonly { name: string; type: string; body: string }[] = [
  { name: "broken JSON", type: "application/json", body: '{"a":' },
  { name: "a lone brace", type: "application/json", body: "}" },
  { name: "a list", type: "application/json", body: "[]" },
  { name: "a list of objects", type: "application/json", body: '[{"a":1}]' },
  { name: "a string", type: "application/json", body: '"x"' },
  { name: "null", type: "application/json", body: "null" },
  { name: "a number", type: "application/json", body: "1e309" },
  { name: "an unknown field", type: "application/json", body: '{"nobodyKnowsThisField":1}' },
  { name: "__proto__", type: "application/json", body: '{"__proto__":{"polluted":true}}' },
  { name: "constructor", type: "application/json", body: '{"constructor":{"prototype":{"polluted":true}}}' },
  { name: "10,000 levels", type: "application/json", body: deep(10_000) },
  { name: "10,000 levels of list", type: "application/json", body: "[".repeat(10_000) + "]".repeat(10_000) },
  {
    name: "60,000 keys",
    type: "application/json",
    body: JSON.stringify(Object.fromEntries(Array.from({ length: 60_000 }, (_, at) => [`k${at}`, 1]))),
  },
  { name: "2 MB", type: "application/json", body: JSON.stringify({ a: "x".repeat(2_000_000) }) },
  { name: "text/plain", type: "text/plain", body: '{"nobodyKnowsThisField":1}' },
  { name: "XML", type: "application/xml", body: "<a/>" },
  { name: "JSON said to be a form", type: "application/x-www-form-urlencoded", body: '{"nobodyKnowsThisField":1}' },
  { name: "a form with __proto__", type: "application/x-www-form-urlencoded", body: "__proto__.polluted=1" },
  { name: "a form with broken escapes", type: "application/x-www-form-urlencoded", body: "nobodyKnowsThisField=%E0%A4%A&%ZZ=1" },
  { name: "multipart without a boundary", type: "multipart/form-data", body: "x" },
  {
    name: "multipart cut short",
    type: "multipart/form-data; boundary=b",
    body: '--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nx',
  },
  { name: "not UTF-8 by name", type: "application/json; charset=utf-16", body: '{"nobodyKnowsThisField":1}' },
];

/** What an address may hold where a number or a name belongs. */
export const HOSTILE_SEGMENTS = [
  "%00",
  "-1",
  "0",
  "1e309",
  "1.5",
  "9".repeat(400),
  "__proto__",
  "constructor",
  "%ed%a0%80",
  "..%2f..",
  "a".repeat(3_000),
  "1%27--",
  "%0d%0aX-Evil:1",
  "%E6%B1%89",
  "null",
];
