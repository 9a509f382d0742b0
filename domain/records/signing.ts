export type SigningRole = "chair" | "recorder";
type Signature = Readonly<{ role: SigningRole; personId: number }>;

/** Why somebody may not sign as `role`; null: they may. One person does not sign for both: a record is vouched for by two (D13). */
export function signingProblem(
  role: SigningRole,
  personId: number,
  { isDuty, missing, standing }: { isDuty: boolean; missing: readonly string[]; standing: readonly Signature[] },
): "not-your-duty" | "record-incomplete" | "signed-as-other" | null {
  if (!isDuty) return "not-your-duty";
  if (missing.length > 0) return "record-incomplete";
  return standing.some((signature) => signature.role !== role && signature.personId === personId) ? "signed-as-other" : null;
}
