/** Milli-points as people write points: at most three decimals, none that say nothing. Exact, for scores are whole milli-points. */
export function pointsText(milli: number): string {
  const sign = milli < 0 ? "-" : "";
  const whole = Math.floor(Math.abs(milli) / 1_000);
  const rest = String(Math.abs(milli) % 1_000)
    .padStart(3, "0")
    .replace(/0+$/, "");
  return rest === "" ? `${sign}${whole}` : `${sign}${whole}.${rest}`;
}
