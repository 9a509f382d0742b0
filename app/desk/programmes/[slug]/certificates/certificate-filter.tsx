import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CERTIFICATE_STATES } from "#domain/certificates/state.ts";
import { buttonClass } from "#ui/button.tsx";
import { SelectField, TextField } from "#ui/field.tsx";
import { FilterBar } from "#ui/filter-bar.tsx";

/** As many as the server puts into one file (get-certificates-file.ts). */
const A_FILE = 200;

type Props = Readonly<{ path: string; slug: string; filter: Readonly<Record<string, string>>; valid: number }>;

export function CertificateFilter({ path, slug, filter, valid }: Props): ReactNode {
  const t = useTranslations("certificates.desk");
  const tStates = useTranslations("certificates.states");
  return (
    <>
      <Files slug={slug} valid={valid} />
      <FilterBar action={path}>
        <TextField label={t("q")} name="q" type="search" defaultValue={filter["q"]} maxLength={60} />
        <SelectField label={t("state")} name="state" defaultValue={filter["state"] ?? ""}>
          <option value="">{t("all")}</option>
          {CERTIFICATE_STATES.map((state) => (
            <option key={state} value={state}>
              {tStates(state)}
            </option>
          ))}
        </SelectField>
      </FilterBar>
    </>
  );
}

/** Everything that holds as documents to print, two hundred certificates a file. */
function Files({ slug, valid }: { slug: string; valid: number }): ReactNode {
  const t = useTranslations("certificates.desk");
  const parts = Array.from({ length: Math.ceil(valid / A_FILE) }, (_, at) => at + 1);
  if (parts.length === 0) return null;
  return (
    <span className="no-print flex flex-wrap gap-2">
      {parts.map((part) => (
        <a
          key={part}
          href={`/api/desk/programmes/${slug}/certificates/file?part=${part}`}
          download
          className={buttonClass({ compact: true })}
        >
          <Download aria-hidden className="size-4" />
          {parts.length === 1 ? t("file") : t("filePart", { from: (part - 1) * A_FILE + 1, to: Math.min(part * A_FILE, valid) })}
        </a>
      ))}
    </span>
  );
}
