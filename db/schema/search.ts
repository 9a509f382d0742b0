import { customType, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { ref } from "./columns.ts";

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

/**
 * What can be searched, by bigrams (architecture decision 6). Written by whoever writes the thing itself, in the same transaction.
 * Holds no key and no explanation. Who may see a hit is asked of the thing, never of this table. All of it is made by domain/search.
 */
export const searchTexts = pgTable(
  "search_texts",
  {
    kind: text({ enum: ["material", "question", "programme", "item", "meeting"] }).notNull(),
    subjectId: ref().notNull(),
    lang: text({ enum: ["zh-CN", "en"] }).notNull(),
    title: text().notNull(),
    /** What is shown of a hit: lines, each with its place in the text before a tab ("p7"). */
    body: text().notNull(),
    /** Title and lines as search compares them: what the index proposes is made sure of here. */
    folded: text().notNull(),
    terms: tsvector().notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.subjectId, t.lang] }), index("search_texts_by_term").using("gin", t.terms)],
);
