import { refusalOfDatabase } from "./database-refusals.ts";
import { fieldRefusal } from "./verb.ts";

/** Which field of the form a constraint is about, and the code to say it with. */
export type ConstraintFields = Readonly<Record<string, readonly [field: string, code: string]>>;

/** Runs statements; when one breaks a named constraint, refuses beside the field that the constraint is about. */
export async function nameConstraint<T>(fields: ConstraintFields, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const named = fields[String(refusalOfDatabase(error)?.params["constraint"] ?? "")];
    if (named) throw fieldRefusal(named[0], named[1]);
    throw error;
  }
}
