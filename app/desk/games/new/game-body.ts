/** What of the form's fields becomes a game: the words of teams parted, seconds and points in the units of the verb. */
export function gameBody(form: FormData): object {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const team = text("team");
  const names = text("names");
  const isPaper = text("from") === "paper";
  return {
    title: text("title"),
    branchId: Number(text("branchId")),
    paperId: isPaper ? Number(text("paperId")) : null,
    lines: isPaper ? [] : [{ category: text("category") || null, kind: text("kind") || null, count: Number(text("count")) }],
    teams:
      team === "none"
        ? []
        : text("teams")
            .split(/[\n,，、;；]/)
            .flatMap((name) => name.trim() || []),
    rules: {
      ...{ mode: text("mode"), team, windowMs: Number(text("seconds")) * 1_000, worth: Number(text("points")) * 1_000 },
      ...{ allowChange: form.get("change") === "on", autoClose: form.get("autoClose") === "on" },
      ...(Number(text("idleHours")) > 0 && { idleMs: Number(text("idleHours")) * 3_600_000 }),
      ...(names === "usual" ? {} : { names }),
    },
  };
}
