import { z } from "zod";
import { can } from "#domain/access.ts";
import { termsOf } from "#domain/search/search-query.ts";
import { blankable, pageSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { findHits } from "./find-hits.ts";
import { groupsOf, languageSchema, pagesOf, shownPart, soughtSchema } from "./search-fields.ts";
import { showHits } from "./show-hits.ts";
import { ITEMS, MATERIALS, MEETINGS, PROGRAMMES } from "./sources.ts";

const KINDS = ["material", "programme", "item", "meeting"] as const;
const SEARCHED = { material: MATERIALS, programme: PROGRAMMES, item: ITEMS, meeting: MEETINGS } as const;

/** The texts, programmes and meetings the viewer may see in which everything typed stands: a few of each kind, or a page of one. */
export const searchStudy = query({
  at: "GET /api/search",
  input: z.strictObject({ q: soughtSchema, kind: blankable(z.enum(KINDS)), page: pageSchema, lang: languageSchema }),
  output: groupsOf(KINDS),
  door: "play",
  may: can.beSignedIn,
  async run(db, { q, kind: wanted, page, lang = "zh-CN" }, { viewer }) {
    const terms = termsOf(q);
    const groups = [];
    for (const kind of KINDS) {
      const { sourceFor, aboutOf } = SEARCHED[kind];
      const { hits: found, isCapped } =
        terms.length === 0 ? { hits: [], isCapped: false } : await findHits(db, sourceFor(viewer), terms, lang);
      const shown = shownPart(found, kind, wanted, page);
      groups.push({ kind, count: found.length, isCapped, hits: await showHits(db, kind, shown, terms, aboutOf) });
    }
    return { terms, groups, page, pages: pagesOf(groups, wanted) };
  },
});
