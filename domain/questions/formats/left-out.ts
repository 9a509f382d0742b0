/** What a format cannot hold: which question, and why (`questionFiles.left.<code>`). All but media-left-out mean the question is not in the file. */
export type LeftOut = {
  readonly at: number;
  readonly code: "media-left-out" | "cell-too-long" | "kind-not-held" | "text-not-held" | "details-left-out";
};

/** A file of questions as it goes out. */
export type WrittenFile = { readonly bytes: Uint8Array; readonly left: readonly LeftOut[] };
