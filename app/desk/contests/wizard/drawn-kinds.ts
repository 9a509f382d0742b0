/** Kinds a blueprint can ask for, the commonest first; spelled out so that the browser need not load the bank's schemas. */
export const DRAWN_KINDS = [
  "single",
  "multiple",
  "indefinite",
  "truefalse",
  "fill",
  "numeric",
  "ordering",
  "matching",
  "short",
  "group",
  "essay",
] as const;
