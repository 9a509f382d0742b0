const EVERY_MS = 250;
const WINDOW = 20;

/** How late the event loop runs its timers: the worst of the last five seconds, in ms. */
export function watchLoopLag(): { worstMs(): number; end(): void } {
  const late: number[] = [];
  let dueMs = performance.now() + EVERY_MS;
  const timer = setInterval(() => {
    const now = performance.now();
    late.push(Math.max(0, now - dueMs));
    if (late.length > WINDOW) late.shift();
    dueMs = now + EVERY_MS;
  }, EVERY_MS);
  timer.unref();
  return { worstMs: () => Math.max(0, performance.now() - dueMs, ...late), end: () => clearInterval(timer) };
}
