import type { Cap } from "./grant.ts";

/** Why an entry is what it is: what it was for, by its title and address, what cut it, how well it went, and an administrator's reason. */
export type PointWhy = Readonly<{
  title?: string;
  path?: string;
  /** Of what is paid by how well it went: the share in ten-thousandths. */
  share?: number;
  cutBy?: Cap;
  reason?: string;
}>;
