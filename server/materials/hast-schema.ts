import { z } from "zod";

const property = z.union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number()]))]);
const textNode = z.object({ type: z.literal("text"), value: z.string() });
const elementNode = z.object({
  type: z.literal("element"),
  tagName: z.string(),
  properties: z.record(z.string(), property),
  get children() {
    return z.array(z.union([textNode, elementNode]));
  },
});

/** Sanitised HTML as a tree of plain objects: elements and text, nothing else passes. */
export type HastElement = z.output<typeof elementNode>;
export type HastNode = HastElement | z.output<typeof textNode>;

/** A top-level part of a text: a heading (h1, h2 …) or a block that can be cited (p1, p2 …). */
export const blockSchema = z.object({
  id: z.string(),
  kind: z.enum(["heading", "block"]),
  /** Level of a heading, 1 to 6; 0 for a block. */
  depth: z.int(),
  /** Without marks, for lists, citations and search. */
  text: z.string(),
  hast: elementNode,
});
export type Block = z.output<typeof blockSchema>;
