/** A branch's place in the tree: the ids from the root to itself, "/1/5/9/". Nothing but digits and slashes, so `like path || '%'` is safe. */
export type BranchPath = string;

/** The path of a branch under its parent's path; null for a root. */
export const pathOf = (parentPath: BranchPath | null, id: number): BranchPath => `${parentPath ?? "/"}${id}/`;

/** The ids on a path, root first, the branch itself last. */
export const idsOf = (path: BranchPath): number[] => path.split("/").flatMap((part) => (part === "" ? [] : [Number(part)]));

/** How many branches stand above this one: 0 for a root. */
export const depthOf = (path: BranchPath): number => idsOf(path).length - 1;

/** Whether `path` is the ancestor itself or anywhere below it. The closing slash keeps /1/5/ out of /1/55/. */
export const isWithin = (path: BranchPath, ancestorPath: BranchPath): boolean => path.startsWith(ancestorPath);

/** Whether moving a branch under a new parent (null: to the top) would put it inside itself. */
export const wouldCycle = (move: { readonly path: BranchPath; readonly toParent: BranchPath | null }): boolean =>
  move.toParent !== null && isWithin(move.toParent, move.path);

/** The path that a branch inside `moved` has after `moved` went under `toParent`. Other paths stay as they are. */
export function movedPath(path: BranchPath, moved: BranchPath, toParent: BranchPath | null): BranchPath {
  if (!isWithin(path, moved)) return path;
  const own = idsOf(moved).at(-1);
  if (own === undefined) throw new RangeError("the whole tree cannot be moved");
  return pathOf(toParent, own) + path.slice(moved.length);
}
