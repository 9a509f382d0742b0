/**
 * Runs `ask` one at a time. What a call returns ends when an `ask` that began after the call has ended, whoever else was asking already: a
 * button let go before would act on what was. `ask` does not throw.
 */
export function oneAtATime(ask: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let isWanted = false;
  const untilNew = async (): Promise<void> => {
    while (isWanted) {
      isWanted = false;
      await ask();
    }
    running = null;
  };
  return () => {
    isWanted = true;
    running ??= untilNew();
    return running;
  };
}
