import { z } from "zod";
import type { Db } from "#db/client.ts";
import { NO_COUNTS } from "#domain/completion/counts.ts";
import { isTooSmall } from "#domain/completion/fold-small.ts";
import type { Member } from "#domain/people/viewer.ts";
import { blankable, pageSchema } from "#server/input-schemas.ts";
import { findOrganisation } from "#server/organisation/find-organisation.ts";
import { totalOf } from "./branch-figures.ts";
import { nameAccessOf } from "./name-access.ts";
import { countsOfCells, readCells } from "./people-cells.ts";
import { PEOPLE_SORTS, type PeopleAsk, readPeopleFigures } from "./people-figures.ts";
import { askOf } from "./report-ask.ts";
import { CELL_FILTERS, reportFilter } from "./report-filter.ts";

/** How people × items can be narrowed and ordered. */
export const peopleFilter = {
  ...reportFilter,
  state: blankable(z.enum(CELL_FILTERS)),
  q: blankable(z.string().max(60)),
  sort: z.preprocess((value) => (value === "" ? undefined : value), z.enum(PEOPLE_SORTS).default("branch")),
  page: pageSchema,
  /** People a page. */
  size: z.preprocess((value) => (value === "" ? undefined : value), z.enum(["50", "100"]).default("50").transform(Number)),
};
export type PeopleFilter = z.output<z.ZodObject<typeof peopleFilter>>;
type Asked = Omit<PeopleFilter, "size">;

/**
 * What is asked about people, as far as the viewer may ask: without names nobody is looked for by name, and nobody is ordered by how
 * far they came while light-burden mode is on (B1).
 */
async function peopleAskOf(db: Db, viewer: Member, { q, state, sort, ...filter }: Asked, now: Date) {
  const ask = await askOf(db, viewer, filter, now);
  const names = await nameAccessOf(db, viewer, now);
  const organisation = await findOrganisation();
  const isNamed = names.access !== "aggregate";
  const mayRank = isNamed && organisation?.lightBurden === false;
  const asked: PeopleAsk = {
    ...ask,
    items: ask.items.filter(({ owner }) => owner === "person"),
    q: isNamed ? q : undefined,
    state,
    sort: sort === "rate" && !mayRank ? "branch" : sort,
  };
  return { ask: asked, names, isNamed, mayRank };
}

/**
 * People × items of a programme, as much of it as the viewer may see: sums over the whole filter, and `size` people from `page` on when
 * names are given. Page, API and file are made of this.
 */
export async function readPeopleReport(db: Db, viewer: Member, filter: Asked, size: number, now: Date) {
  const { ask, names, isNamed, mayRank } = await peopleAskOf(db, viewer, filter, now);
  const { lines, byItem, people, unfinished } = await readPeopleFigures(db, ask, (filter.page - 1) * size, isNamed ? size : 0);
  const cells = await readCells(
    db,
    ask,
    lines.map(({ id }) => id),
  );
  const isWithheld = !isNamed && people > 0 && isTooSmall(people) && !ask.scope.seesSmall;
  const items = ask.items.map(({ id }) => byItem.get(id) ?? NO_COUNTS);
  return {
    ...{ ask, names, mayRank },
    people: lines.map((person) => {
      const own = cells.get(person.id) ?? [];
      return { ...person, cells: own, counts: countsOfCells(ask, own) };
    }),
    whole: isWithheld ? null : { people, unfinished, total: totalOf(ask, byItem), items },
  };
}
