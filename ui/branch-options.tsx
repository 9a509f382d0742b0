import type { ReactNode } from "react";

export type BranchOption = Readonly<{ id: number; name: string; depth: number }>;

/** Branches as options of a choice, those below set in by a wide space each; `nameOf` where more is said than the name. */
export function BranchOptions<B extends BranchOption>({
  branches,
  nameOf,
}: Readonly<{ branches: readonly B[]; nameOf?: (branch: B) => string }>): ReactNode {
  return branches.map((branch) => (
    <option key={branch.id} value={branch.id} {...(!nameOf && { lang: "zh-CN" })}>
      {"\u3000".repeat(branch.depth)}
      {nameOf ? nameOf(branch) : branch.name}
    </option>
  ));
}
