/** A branch a roster may name, by code or by the path of names from the root: 云溪县/教育局/第一支部. */
export type KnownBranch = { id: number; code: string; path: string };

export type FoundBranch = { branch: KnownBranch } | { code: "branch-unknown" | "branch-ambiguous" | "branch-disagrees" };

/** Finds the branch a row means. The end of a path is enough when only one branch ends so. */
export function branchFinder(branches: readonly KnownBranch[]): (code: string, path: string) => FoundBranch {
  const byCode = new Map(branches.map((branch) => [canonical(branch.code), branch]));
  const byPath = new Map<string, KnownBranch[]>();
  for (const branch of branches) {
    const steps = stepsOf(branch.path);
    for (let from = 0; from < steps.length; from++) {
      const end = steps.slice(from).join("/");
      byPath.set(end, [...(byPath.get(end) ?? []), branch]);
    }
  }
  const whole = new Map(branches.map((branch) => [stepsOf(branch.path).join("/"), branch]));
  const findPath = (path: string): FoundBranch => {
    const key = stepsOf(path).join("/");
    const found = whole.get(key) ? [whole.get(key)] : (byPath.get(key) ?? []);
    const [only, second] = found;
    if (!only) return { code: "branch-unknown" };
    return second ? { code: "branch-ambiguous" } : { branch: only };
  };
  return (code, path) => {
    const named = code === "" ? null : (byCode.get(canonical(code)) ?? null);
    if (code !== "" && !named) return { code: "branch-unknown" };
    if (path === "") return named ? { branch: named } : { code: "branch-unknown" };
    const placed = findPath(path);
    if (!named) return placed;
    return "branch" in placed && placed.branch.id !== named.id ? { code: "branch-disagrees" } : { branch: named };
  };
}

function stepsOf(path: string): string[] {
  return path
    .split(/[/／\\>＞→]/u)
    .map(canonical)
    .filter((step) => step !== "");
}

function canonical(text: string): string {
  return text.normalize("NFKC").replaceAll(/\s+/gu, "");
}
