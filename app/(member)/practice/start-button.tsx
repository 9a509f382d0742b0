"use client";
import { useRouter } from "next/navigation";
import { type ReactNode, type SubmitEvent, useState } from "react";
import { post } from "#app/(member)/post.ts";
import { Button } from "#ui/button.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";

type Props = Readonly<{
  mode: string;
  setId?: number;
  /** Of the bank, unless it is chosen beside the button. */
  category?: string;
  length?: number;
  label: string;
  look?: "primary" | "secondary";
  children?: ReactNode;
}>;

/** Begins a run of practice, of a set or of the category chosen beside it, and leads to it. */
export function StartButton({ mode, setId, category = "", length, label, look = "secondary", children }: Props): ReactNode {
  const router = useRouter();
  const [refusal, setRefusal] = useState<string | undefined>();
  const [isBusy, setBusy] = useState(false);
  const begin = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    const chosen = Object.fromEntries(new FormData(event.target as HTMLFormElement));
    const said = await post<{ id: number }>("/api/practices", { mode, category, setId, length, ...chosen });
    if (said.ok) return router.push(`/practice/${said.value.id}`);
    setBusy(false);
    setRefusal(said.code);
  };
  return (
    <form onSubmit={(event) => void begin(event)} className="grid gap-3">
      <div className="flex flex-wrap items-end gap-3">
        {children}
        <Button type="submit" look={look} pending={isBusy}>
          {label}
        </Button>
      </div>
      <RefusalNotice code={refusal} />
    </form>
  );
}
