import { customType, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { ref } from "./columns.ts";

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

/**
 * What can be searched, by bigrams (architecture decision 6). Written by whoever writes the thing itself, in the same transaction.
 * Holds no key and no explanation. Who may see a hit is asked of the thing, never of this table.
 */
export const searchTexts = pgTable(
  "search_texts",
  {
    kind: text({ enum: ["material", "question", "programme", "meeting"] }).notNull(),
    subjectId: ref().notNull(),
    lang: text({ enum: ["zh-CN", "en"] }).notNull(),
    title: text().notNull(),
    body: text().notNull(),
    terms: tsvector().notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.subjectId, t.lang] }), index("search_texts_by_term").using("gin", t.terms)],
);
