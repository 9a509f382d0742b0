"use client";
import { CircleAlert, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";

type Subject = Readonly<{ slug: string; title: string; hasChecks: boolean }>;
type Props = {
  kind: "material" | "contest";
  branchId: string;
  slug: string;
  title: string | undefined;
  error: string | undefined;
  onPick: (subject: Subject) => void;
};

async function find(kind: string, branchId: string, q: string): Promise<readonly Subject[] | null> {
  try {
    const query = new URLSearchParams({ kind, branchId, q });
    const reply = await fetch(`/api/desk/programme-subjects?${query}`, { headers: { accept: "application/json" } });
    return reply.ok ? ((await reply.json()) as { subjects: Subject[] }).subjects : null;
  } catch {
    return null;
  }
}

/** A text or a contest, looked for by words of its title and pressed. */
export function SubjectPicker({ kind, branchId, slug, title, error, onPick }: Props): ReactNode {
  const t = useTranslations("programmeDesk");
  const [q, setQ] = useState("");
  const [found, setFound] = useState<readonly Subject[] | null>(null);
  const [isLooking, setLooking] = useState(false);
  const look = async (): Promise<void> => {
    setLooking(true);
    setFound((await find(kind, branchId, q.trim())) ?? []);
    setLooking(false);
  };
  return (
    <div className="grid gap-2">
      <Field label={t(`fields.${kind}`)} hint={slug ? t("chosen", { title: title ?? slug }) : t(`hints.${kind}`)} error={error}>
        {(wiring) => (
          <span className="flex gap-2">
            <input
              {...wiring}
              type="search"
              value={q}
              maxLength={60}
              placeholder={slug ? t("another") : undefined}
              onChange={(event) => setQ(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
                event.preventDefault();
                void look();
              }}
              className="block min-h-11 w-full rounded-md border border-edge bg-raised px-3 text-base aria-invalid:border-2 aria-invalid:border-seal"
            />
            <Button className="flex-none" pending={isLooking} onClick={() => void look()}>
              <Search aria-hidden className="size-4" />
              {t("find")}
            </Button>
          </span>
        )}
      </Field>
      {found && (
        <ul className="grid rounded-md border border-line" aria-label={t("foundList")}>
          {found.length === 0 && <li className="px-3 py-2.5 text-muted">{t("noneFit")}</li>}
          {found.map((subject) => (
            <li key={subject.slug} className="border-line border-b last:border-b-0">
              <button
                type="button"
                className="flex min-h-11 w-full items-center justify-between gap-3 px-3 py-2 text-start hover:bg-sunken"
                onClick={() => {
                  onPick(subject);
                  setFound(null);
                  setQ("");
                }}
              >
                {subject.title}
                {!subject.hasChecks && (
                  <span className="flex flex-none items-center gap-1 text-amber text-sm">
                    <CircleAlert aria-hidden className="size-4" />
                    {t("noChecks")}
                  </span>
                )}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
