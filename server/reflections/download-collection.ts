import { z } from "zod";
import { can } from "#domain/access.ts";
import en from "#messages/en.json" with { type: "json" };
import zh from "#messages/zh-CN.json" with { type: "json" };
import { fileReply } from "#server/file-reply.ts";
import { blankable, idSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { collectedPieces } from "./collected-pieces.ts";
import { collectionHtml, collectionMarkdown } from "./collection-file.ts";

const inputSchema = z.strictObject({
  branch: blankable(idSchema),
  format: z.enum(["html", "md"]).default("html"),
  language: z.enum(["zh-CN", "en"]).default("zh-CN"),
});

/** A unit's collection as one file. */
export const downloadCollection = query({
  at: "GET /api/reflections/collection/download",
  input: inputSchema,
  output: fileReply,
  door: "play",
  may: can.beSignedIn,
  async run(db, { branch, format, language }, { viewer }) {
    const collection = await collectedPieces(db, branch, viewer);
    const heading = (language === "en" ? en : zh).reflections.collectionOf.replace("{branch}", collection.branch.name);
    const text = format === "html" ? collectionHtml(heading, collection) : collectionMarkdown(heading, collection);
    const contentType = format === "html" ? "text/html; charset=utf-8" : "text/markdown; charset=utf-8";
    return { fileName: `${heading}.${format}`, contentType, bytes: new TextEncoder().encode(text) };
  },
});
