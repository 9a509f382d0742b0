/** Does a piece of work `count` times and tells how long each took, in ms. */
export async function timesOf(count: number, work: (at: number) => unknown): Promise<number[]> {
  const times: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const startedMs = performance.now();
    await work(at);
    times.push(performance.now() - startedMs);
  }
  return times;
}
