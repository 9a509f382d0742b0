const wall = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", dateStyle: "short", timeStyle: "short" });

/** An instant as a form's minute field has it, on the organisation's clock: `2026-12-03T14:30`. */
export const wallOf = (at: Date): string => wall.format(at).replace(" ", "T");
