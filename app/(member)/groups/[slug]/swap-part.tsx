import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Section } from "#ui/page.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { TimeText } from "#ui/time-text.tsx";

type Swap = Readonly<{ id: number; name: string; startsAt: Date; title: string; withStartsAt: Date; withTitle: string }>;

/** Swaps that wait: for one's own answer, and for another's. */
export function SwapPart({ toAnswer, asked, slug }: { toAnswer: readonly Swap[]; asked: readonly Swap[]; slug: string }): ReactNode {
  const t = useTranslations("groups");
  if (toAnswer.length + asked.length === 0) return null;
  return (
    <Section title={t("swaps")}>
      <ul className="grid gap-3">
        {toAnswer.map((swap) => (
          <li key={swap.id} className="grid gap-3 rounded-md border border-seal bg-seal-wash p-4 sm:px-5">
            <p>{t("asksYou", { name: swap.name })}</p>
            <Terms give={{ title: swap.withTitle, at: swap.withStartsAt }} take={{ title: swap.title, at: swap.startsAt }} />
            <div className="flex flex-wrap gap-3">
              <Answer id={swap.id} slug={slug} agree />
              <Answer id={swap.id} slug={slug} agree={false} />
            </div>
          </li>
        ))}
        {asked.map((swap) => (
          <li key={swap.id} className="grid gap-3 rounded-md border border-line bg-raised p-4 sm:px-5">
            <p>{t("youAsked", { name: swap.name })}</p>
            <Terms give={{ title: swap.title, at: swap.startsAt }} take={{ title: swap.withTitle, at: swap.withStartsAt }} />
            <form method="post" action={`/api/swaps/${swap.id}/withdraw`}>
              <input type="hidden" name="next" value={`/groups/${slug}?done=withdrawn`} />
              <SubmitButton look="quiet" compact>
                {t("withdraw")}
              </SubmitButton>
            </form>
          </li>
        ))}
      </ul>
    </Section>
  );
}

type End = Readonly<{ title: string; at: Date }>;

function Terms({ give, take }: { give: End; take: End }): ReactNode {
  const t = useTranslations("groups");
  return (
    <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[auto_1fr]">
      {[["give", give] as const, ["take", take] as const].map(([word, end]) => (
        <div key={word} className="contents">
          <dt className="text-muted">{t(word)}</dt>
          <dd className="wrap-anywhere">
            {end.title} · <TimeText at={end.at} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Answer({ id, slug, agree }: { id: number; slug: string; agree: boolean }): ReactNode {
  const t = useTranslations("groups");
  return (
    <form method="post" action={`/api/swaps/${id}/answer`}>
      <input type="hidden" name="next" value={`/groups/${slug}?done=${agree ? "agreed" : "declined"}`} />
      <input type="hidden" name="agree" value={String(agree)} />
      <SubmitButton look={agree ? "primary" : "secondary"}>{t(agree ? "agree" : "decline")}</SubmitButton>
    </form>
  );
}
