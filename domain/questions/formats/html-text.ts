const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", ensp: " ", emsp: " ", thinsp: " ", shy: "", zwnj: "", zwj: "" },
  ...{
    ldquo: "“",
    rdquo: "”",
    lsquo: "‘",
    rsquo: "’",
    laquo: "«",
    raquo: "»",
    hellip: "…",
    mdash: "—",
    ndash: "–",
    middot: "·",
    bull: "•",
  },
  ...{ times: "×", divide: "÷", plusmn: "±", minus: "−", deg: "°", micro: "µ", para: "¶", sect: "§", copy: "©", reg: "®", trade: "™" },
  ...{ le: "≤", ge: "≥", ne: "≠", equiv: "≡", asymp: "≈", infin: "∞", radic: "√", sum: "∑", int: "∫", part: "∂", prime: "′", Prime: "″" },
  ...{
    larr: "←",
    uarr: "↑",
    rarr: "→",
    darr: "↓",
    harr: "↔",
    rArr: "⇒",
    hArr: "⇔",
    frac12: "½",
    frac14: "¼",
    frac34: "¾",
    sup2: "²",
    sup3: "³",
  },
  ...{
    alpha: "α",
    beta: "β",
    gamma: "γ",
    delta: "δ",
    epsilon: "ε",
    theta: "θ",
    lambda: "λ",
    mu: "μ",
    pi: "π",
    sigma: "σ",
    phi: "φ",
    omega: "ω",
  },
  ...{
    Delta: "Δ",
    Sigma: "Σ",
    Omega: "Ω",
    eacute: "é",
    egrave: "è",
    agrave: "à",
    ccedil: "ç",
    uuml: "ü",
    ouml: "ö",
    auml: "ä",
    szlig: "ß",
  },
  ...{
    euro: "€",
    pound: "£",
    yen: "¥",
    cent: "¢",
    iexcl: "¡",
    iquest: "¿",
    ntilde: "ñ",
    aacute: "á",
    iacute: "í",
    oacute: "ó",
    uacute: "ú",
  },
};

/** Text with its entities read; one that nobody knows stays as it is written. */
export function decodeEntities(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,10}));/giu, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return Object.hasOwn(NAMED, name) ? (NAMED[name] as string) : whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}

/** Text that stands in HTML as itself. */
export const encodeEntities = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** A picture or a sound that a text shows. */
export type ShownMedium = { src: string; alt: string; type: "image" | "audio" };

// No quoted text reaches over a "<", so that a text of nothing but openings is still read in one go.
const TAG = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][a-z0-9]*)((?:"[^"<]*"|'[^'<]*'|[^'"<>])*)>/giu;
const BREAKS = new Set([
  "p",
  "div",
  "br",
  "tr",
  "table",
  "ul",
  "ol",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "blockquote",
  "pre",
  "section",
  "hr",
]);
const UNSEEN = new Set(["script", "style", "head", "title"]);

function attributeOf(attributes: string, name: string): string {
  const found = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "iu").exec(attributes);
  return decodeEntities(found?.[1] ?? found?.[2] ?? found?.[3] ?? "");
}

function shownBy(name: string, attributes: string): ShownMedium[] {
  const src = attributeOf(attributes, "src");
  if (src === "") return [];
  if (name === "img") return [{ src, alt: attributeOf(attributes, "alt"), type: "image" }];
  return name === "audio" || name === "source" ? [{ src, alt: "", type: "audio" }] : [];
}

/** HTML as the plain text it shows, with one line for each of its blocks, and the pictures and sounds it shows. */
export function textOfHtml(html: string): { text: string; shown: ShownMedium[] } {
  let text = "";
  let at = 0;
  let hiddenBy = "";
  const shown: ShownMedium[] = [];
  const add = (piece: string) => {
    if (hiddenBy === "") text += decodeEntities(piece.replaceAll(/\s+/gu, " "));
  };
  for (const tag of html.matchAll(TAG)) {
    add(html.slice(at, tag.index));
    at = tag.index + tag[0].length;
    const [, closing = "", name = "", attributes = ""] = tag;
    const kind = name.toLowerCase();
    if (UNSEEN.has(kind)) hiddenBy = closing === "" ? kind : "";
    else if (BREAKS.has(kind)) text += "\n";
    else if (kind === "li" && closing === "") text += "\n• ";
    else if ((kind === "td" || kind === "th") && closing === "") text += " ";
    else if (closing === "") shown.push(...shownBy(kind, attributes));
  }
  add(html.slice(at));
  const tidy = text
    .replaceAll("\u00a0", " ")
    .replaceAll(/[ \t]*\n[ \t]*/gu, "\n")
    .replaceAll(/\n{3,}/gu, "\n\n")
    .trim();
  return { text: tidy, shown };
}

/** Whether a text of no declared form is meant as HTML. */
export const looksLikeHtml = (text: string): boolean =>
  /<\/?(?:p|br|div|span|b|i|u|em|strong|sup|sub|img|a|ul|ol|li|table|audio)(?:\s[^<>]*)?\/?>/iu.test(text);
