/** A picture found in a document; the text names it `picture:1`, `picture:2` … in order. */
export type DocumentPicture = { name: string; contentType: string; bytes: Uint8Array };

/** Something a document held that is not taken over: how many, and of each the words that tell which. */
export type LeftOut = { kind: "picture" | "script" | "embedded" | "form" | "comment" | "header"; what: string; count: number };

/** What was read out of a document, before it is cleaned. */
export type RawDocument = {
  text: string;
  form: "text" | "markdown";
  /** What it calls itself; "" when it does not say. */
  title: string;
  /** Numbers of the lines that the page itself marks as its furniture. */
  out: number[];
  left: LeftOut[];
  pictures: DocumentPicture[];
};

/** Largest document, in bytes, and what its pictures may come to. */
export const DOCUMENT_LIMITS = { fileBytes: 20 * 1024 * 1024, pictureBytes: 10_000_000, pictures: 60, pages: 500 } as const;

/** One entry for each kind and what it was, with how many. */
export function counted(all: readonly Omit<LeftOut, "count">[]): LeftOut[] {
  const found = new Map<string, LeftOut>();
  for (const { kind, what } of all) {
    const key = `${kind} ${what}`;
    const before = found.get(key);
    if (before) before.count += 1;
    else found.set(key, { kind, what, count: 1 });
  }
  return [...found.values()];
}
