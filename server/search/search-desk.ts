import { z } from "zod";
import { can } from "#domain/access.ts";
import { termsOf } from "#domain/search/search-query.ts";
import { blankable, pageSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { findHits } from "./find-hits.ts";
import { findPeople } from "./find-people.ts";
import { groupsOf, languageSchema, pagesOf, shownPart, soughtSchema } from "./search-fields.ts";
import { showHits } from "./show-hits.ts";
import { QUESTIONS } from "./sources.ts";

const KINDS = ["question", "person"] as const;

/** What only an office finds: published questions for who sees the bank, people for who administers them. A kind that is not one's own is not in the answer. */
export const searchDesk = query({
  at: "GET /api/desk/search",
  input: z.strictObject({ q: soughtSchema, kind: blankable(z.enum(KINDS)), page: pageSchema, lang: languageSchema }),
  output: groupsOf(KINDS),
  door: "desk",
  may: can.searchDesk,
  async run(db, { q, kind: wanted, page, lang = "zh-CN" }, { viewer }) {
    const terms = termsOf(q);
    const groups = [];
    if (can.seeQuestions(viewer)) {
      const { hits, isCapped } =
        terms.length === 0 ? { hits: [], isCapped: false } : await findHits(db, QUESTIONS.sourceFor(viewer), terms, lang);
      const shown = shownPart(hits, "question", wanted, page);
      groups.push({
        kind: "question" as const,
        count: hits.length,
        isCapped,
        hits: await showHits(db, "question", shown, terms, QUESTIONS.aboutOf),
      });
    }
    if (can.seePeople(viewer)) {
      const { hits, isCapped } = terms.length === 0 ? { hits: [], isCapped: false } : await findPeople(db, viewer, q, terms);
      groups.push({ kind: "person" as const, count: hits.length, isCapped, hits: shownPart(hits, "person", wanted, page) });
    }
    return { terms, groups, page, pages: pagesOf(groups, wanted) };
  },
});
