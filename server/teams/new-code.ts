import { randomInt } from "node:crypto";

/** Nothing that is read wrong from a wall or said wrong on the telephone: no 0 O 1 I L. */
const SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const LENGTH = 8;

/** A code by which a team is joined; eight of thirty-one signs. */
export const newTeamCode = (): string => Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join("");

/** A code as somebody typed it: capitals, without blanks and dashes. */
export const readTeamCode = (typed: string): string =>
  typed
    .normalize("NFKC")
    .replace(/[\s\-‐‑‒–—−－]/g, "")
    .toUpperCase();
