import type { Block } from "./hast-schema.ts";
import { renderBlocks } from "./render-markdown.ts";

const process_ = globalThis as typeof globalThis & { zhixingBlocks?: Map<number, readonly Block[]> };
const MOST = 60;

/** The blocks of a stored version; kept in memory, since a version never changes. The oldest are dropped first. */
export function blocksOf(version: { id: number; body: string }): readonly Block[] {
  process_.zhixingBlocks ??= new Map();
  const cache = process_.zhixingBlocks;
  const blocks = cache.get(version.id) ?? renderBlocks(version.body);
  cache.delete(version.id);
  cache.set(version.id, blocks);
  for (const oldest of cache.keys()) {
    if (cache.size <= MOST) break;
    cache.delete(oldest);
  }
  return blocks;
}
