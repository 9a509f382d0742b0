import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";

type Branch = Readonly<{ id: number; name: string; depth: number; closedAt: Date | null }>;

/** Branches as a list's options, set in by their depth. A closed one is offered only when it is the present choice. */
export async function BranchOptions({ branches, present }: { branches: readonly Branch[]; present?: number }): Promise<ReactNode> {
  const t = await getTranslations("peopleDesk");
  return branches
    .filter(({ id, closedAt }) => closedAt === null || id === present)
    .map(({ id, name, depth, closedAt }) => (
      <option key={id} value={id}>
        {"\u2003".repeat(depth)}
        {closedAt ? t("closedBranch", { name }) : name}
      </option>
    ));
}
