import { log } from "#server/log.ts";

/**
 * Looks every so many milliseconds until told to end: one look at a time, so that a slow one delays the next and never doubles it. A look
 * that fails is logged, and there is another: the database may be away.
 */
export function lookAgain(everyMs: number, what: string, look: () => Promise<void>): { end: () => void } {
  let isEnded = false;
  let timer: NodeJS.Timeout | undefined;
  const turn = async (): Promise<void> => {
    const startedMs = performance.now();
    try {
      await look();
    } catch (error) {
      log.warn({ error }, `the feed of ${what} could not look`);
    }
    if (!isEnded) timer = setTimeout(() => void turn(), Math.max(20, everyMs - (performance.now() - startedMs)));
  };
  void turn();
  return {
    end(): void {
      isEnded = true;
      clearTimeout(timer);
    },
  };
}
