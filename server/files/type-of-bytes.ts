/** What a file is by its first bytes, and the endings its name may have. Everything else is refused, SVG, AVIF and HTML among it. */
export type FileType = Readonly<{ contentType: string; endings: readonly string[] }>;

const TYPES = {
  png: { contentType: "image/png", endings: ["png"] },
  jpeg: { contentType: "image/jpeg", endings: ["jpg", "jpeg"] },
  gif: { contentType: "image/gif", endings: ["gif"] },
  webp: { contentType: "image/webp", endings: ["webp"] },
  pdf: { contentType: "application/pdf", endings: ["pdf"] },
  mp3: { contentType: "audio/mpeg", endings: ["mp3"] },
  m4a: { contentType: "audio/mp4", endings: ["m4a"] },
  ogg: { contentType: "audio/ogg", endings: ["ogg", "oga"] },
  wav: { contentType: "audio/wav", endings: ["wav"] },
  mp4: { contentType: "video/mp4", endings: ["mp4", "m4v"] },
  webm: { contentType: "video/webm", endings: ["webm"] },
} as const satisfies Record<string, FileType>;

const latin = (bytes: Uint8Array, from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString("latin1");

/** The film brands that browsers play; "avif", "heic" and the like share the container and are not among them. */
const FILM = /^(?:isom|iso[2-9]|mp4[12]|avc1|dash|MSNV|M4V |M4VH|M4VP|mmp4|f4v )$/;

/** The type of a file by its bytes; null for what is not kept here. */
export function typeOfBytes(bytes: Uint8Array): FileType | null {
  const start = Buffer.from(bytes.subarray(0, 8)).toString("hex");
  if (start === "89504e470d0a1a0a") return TYPES.png;
  if (start.startsWith("ffd8ff")) return TYPES.jpeg;
  if (/^GIF8[79]a$/.test(latin(bytes, 0, 6))) return TYPES.gif;
  if (latin(bytes, 0, 5) === "%PDF-") return TYPES.pdf;
  if (latin(bytes, 0, 4) === "OggS") return TYPES.ogg;
  if (latin(bytes, 0, 4) === "RIFF") return latin(bytes, 8, 12) === "WEBP" ? TYPES.webp : latin(bytes, 8, 12) === "WAVE" ? TYPES.wav : null;
  if (latin(bytes, 0, 3) === "ID3" || /^ff(?:fb|fa|f3|f2)/.test(start)) return TYPES.mp3;
  if (start.startsWith("1a45dfa3")) return latin(bytes, 0, 64).includes("webm") ? TYPES.webm : null;
  if (latin(bytes, 4, 8) !== "ftyp") return null;
  const brand = latin(bytes, 8, 12);
  return brand === "M4A " || brand === "M4B " ? TYPES.m4a : FILM.test(brand) ? TYPES.mp4 : null;
}
