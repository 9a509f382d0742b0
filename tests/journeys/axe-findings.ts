import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** Where axe finds something serious or critical. */
export async function axeFindings(page: Page): Promise<string[]> {
  // Legacy mode: no page of its own for every run; there are no frames here.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ["violations"] })
    .analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(" ")} ${(failureSummary ?? "").split("\n")[1] ?? ""}`),
    );
}
