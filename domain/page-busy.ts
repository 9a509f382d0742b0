/** Written by the framework into the document of a page that could not be made; live/ finds it there, and the browser's own page too. */
export const BUSY_DIGEST = "zhixing-busy";

/** A page could not have the database in the time a person waits: nobody's mistake, and no bug. */
export class PageBusy extends Error {
  readonly digest = BUSY_DIGEST;

  constructor(cause?: unknown) {
    super("the database could not be had in time for a page", { cause });
    this.name = "PageBusy";
  }
}
