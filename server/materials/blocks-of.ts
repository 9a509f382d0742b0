import type { Block } from "./hast-schema.ts";
import { renderBlocks } from "./render-markdown.ts";

const process_ = globalThis as typeof globalThis & { zhixingBlocks?: Map<string, readonly Block[]> };
const MOST = 60;

/** The blocks of a stored version, of its English variant when `english`; kept in memory, since a version never changes. The oldest are dropped first. */
export function blocksOf(version: { id: number; body: string; bodyEn?: string }, english = false): readonly Block[] {
  process_.zhixingBlocks ??= new Map();
  const cache = process_.zhixingBlocks;
  const name = english ? `${version.id} en` : `${version.id}`;
  const blocks = cache.get(name) ?? renderBlocks(english ? (version.bodyEn ?? "") : version.body);
  cache.delete(name);
  cache.set(name, blocks);
  for (const oldest of cache.keys()) {
    if (cache.size <= MOST) break;
    cache.delete(oldest);
  }
  return blocks;
}
