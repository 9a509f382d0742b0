type Piece = Readonly<{ title: string; body: string; author: string; branch: string; handedInAt: Date | null }>;
export type Collection = Readonly<{ branch: { name: string }; items: readonly Piece[] }>;

const SIGNS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const inHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? "");
/** What a line would mean to Markdown is taken from it: these are people's words, not marks. */
const inMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~]/g, "\\$&").replace(/^(\s*\d*)([-+=.)])/gm, "$1\\$2");
const dayOf = (at: Date | null): string =>
  at ? new Intl.DateTimeFormat("zh-CN", { dateStyle: "long", timeZone: "Asia/Shanghai" }).format(at) : "";
const bylineOf = ({ author, branch, handedInAt }: Piece): string =>
  [author, branch, dayOf(handedInAt)].filter((part) => part !== "").join("　");
const paragraphsOf = (body: string): string[] => body.split(/\n+/).filter((line) => line.trim() !== "");

const STYLE =
  "body{max-width:38em;margin:2em auto;padding:0 1em;font-family:serif;line-height:1.8}article{break-after:page}p{text-indent:2em;margin:.4em 0}.by{text-indent:0;color:#555}";

/** A collection as one HTML file that needs nothing from anywhere. */
export function collectionHtml(heading: string, { items }: Collection): string {
  const articles = items.map(
    (piece) =>
      `<article><h2>${inHtml(piece.title)}</h2><p class="by">${inHtml(bylineOf(piece))}</p>${paragraphsOf(piece.body)
        .map((line) => `<p>${inHtml(line)}</p>`)
        .join("")}</article>`,
  );
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${inHtml(heading)}</title><style>${STYLE}</style><h1>${inHtml(heading)}</h1>${articles.join("\n")}</html>\n`;
}

/** The same as Markdown. */
export function collectionMarkdown(heading: string, { items }: Collection): string {
  const parts = items.map((piece) =>
    [`## ${inMarkdown(piece.title)}`, inMarkdown(bylineOf(piece)), ...paragraphsOf(piece.body).map(inMarkdown)].join("\n\n"),
  );
  return `${[`# ${inMarkdown(heading)}`, ...parts].join("\n\n")}\n`;
}
