import { closePools } from "#db/client.ts";

/** Closes every pool of this process but the answers' own. For processes that may not import the database room. */
export const closePoolsOfProcess = closePools;
