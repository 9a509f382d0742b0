import type { ItemEdit, ModuleEdit, ProgrammeEdit } from "./edit-draft.ts";

/** A list with the member at `from` one place further up (-1) or down (1); at the end it stays. */
export function swapped<T>(list: readonly T[], from: number, by: -1 | 1): readonly T[] {
  const to = from + by;
  const [one, other] = [list[from], list[to]];
  if (one === undefined || other === undefined) return list;
  return list.map((each, at) => (at === from ? other : at === to ? one : each));
}

/** An item one place further; over the edge of its module it goes into the next one. */
export function movedItem(modules: readonly ModuleEdit[], module: number, item: number, by: -1 | 1): readonly ModuleEdit[] {
  const own = modules[module];
  const moving = own?.items[item];
  if (!own || !moving) return modules;
  const to = item + by;
  if (to >= 0 && to < own.items.length)
    return modules.map((each, at) => (at === module ? { ...own, items: swapped(own.items, item, by) } : each));
  const next = modules[module + by];
  if (!next) return modules;
  return modules.map((each, at) => {
    if (at === module) return { ...own, items: own.items.filter((one) => one !== moving) };
    if (at !== module + by) return each;
    return { ...next, items: by === 1 ? [moving, ...next.items] : [...next.items, moving] };
  });
}

/** Without an item; nothing goes on waiting for it. */
export function withoutItem(modules: readonly ModuleEdit[], key: string): readonly ModuleEdit[] {
  return modules.map((module) => ({
    ...module,
    items: module.items
      .filter((item) => item.key !== key)
      .map((item) => ({ ...item, requires: item.requires.filter((one) => one !== key) })),
  }));
}

/** Without an audience; items that were for it alone are for everybody. */
export function withoutAudience(edit: ProgrammeEdit, key: string): ProgrammeEdit {
  const forget = (item: ItemEdit): ItemEdit => ({ ...item, audiences: item.audiences.filter((one) => one !== key) });
  return {
    ...edit,
    audiences: edit.audiences.filter((one) => one.key !== key),
    modules: edit.modules.map((module) => ({ ...module, items: module.items.map(forget) })),
  };
}
