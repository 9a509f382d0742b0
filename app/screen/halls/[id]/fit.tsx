import { type ReactNode, useLayoutEffect, useRef } from "react";

const LARGEST = 1.25;
const SMALLEST = 0.35;
const STEP = 0.05;

/**
 * Writes what is inside as large as its place allows: nobody scrolls a hall's screen. `watch` says when it is another text; a screen that
 * changes its size is looked at again.
 */
export function Fit({ watch, children }: { watch: string; children: ReactNode }): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text is fitted anew
  useLayoutEffect(() => {
    const element = place.current;
    const inner = element?.firstElementChild;
    if (!element || !(inner instanceof HTMLElement)) return;
    const fit = (): void => {
      for (let size = LARGEST; size >= SMALLEST; size -= STEP) {
        inner.style.fontSize = `${size}em`;
        if (inner.scrollHeight <= element.clientHeight && inner.scrollWidth <= element.clientWidth) return;
      }
    };
    fit();
    const observer = new ResizeObserver(fit);
    observer.observe(element);
    return () => observer.disconnect();
  }, [watch]);
  return (
    <div ref={place} className="grid h-full min-h-0 content-center overflow-hidden">
      <div>{children}</div>
    </div>
  );
}
