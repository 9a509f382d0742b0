/** How far the second was behind the first, in milliseconds to a tenth; null: not to be told. */
export function marginMs(buzzes: readonly Readonly<{ behindUs: number | null }>[]): number | null {
  const behindUs = buzzes[1]?.behindUs ?? null;
  return behindUs === null ? null : Math.round(behindUs / 100) / 10;
}
