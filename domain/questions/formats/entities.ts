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
