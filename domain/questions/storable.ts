import type { Response } from "./question.ts";

/** Whether the database can keep a response: text that PostgreSQL could not keep is refused before anything is done with it. */
export function storable(response: Response): boolean {
  if (response === null || !("texts" in response)) return true;
  return response.texts.every((text) => !text.includes("\u0000") && text.isWellFormed());
}
