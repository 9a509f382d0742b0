/**
 * News that wait while an answer is on its way: the reply to it tells how it went, and no news may take the screen from under it. What came
 * in the meantime is acted on once, afterwards.
 */
export function heldNews(act: () => void) {
  let isBusy = false;
  let isHeld = false;
  return {
    news: (): void => {
      if (isBusy) isHeld = true;
      else act();
    },
    during: async <T>(work: Promise<T>): Promise<T> => {
      isBusy = true;
      try {
        return await work;
      } finally {
        isBusy = false;
        if (isHeld) {
          isHeld = false;
          act();
        }
      }
    },
  };
}

export type HeldNews = ReturnType<typeof heldNews>;
