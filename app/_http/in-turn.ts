import { cache } from "react";
import { findOrganisation, type Organisation } from "#server/organisation/find-organisation.ts";
import { type InTurn, openTurn } from "./open-turn.ts";

/** React keeps one for the length of one rendering: layouts and page stand in the same line. */
const turnOfPage = cache((): InTurn => openTurn());

/** A read for a page, when those asked before it are done. Never from inside of another: it would wait for itself. */
export const inTurn: InTurn = (work) => turnOfPage()(work);

/** The organisation as the frames, banners and pages of one rendering show it: read once. */
export const organisationOfPage = cache((): Promise<Organisation | null> => inTurn(findOrganisation));
