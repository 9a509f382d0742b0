import { BadgeCheck, Ban, Replace } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CertificateState } from "#domain/certificates/state.ts";
import { Badge } from "./badge.tsx";

const looks = {
  valid: { tone: "gold", icon: BadgeCheck },
  revoked: { tone: "seal", icon: Ban },
  superseded: { tone: "plain", icon: Replace },
} as const;

/** Whether a certificate holds. */
export function CertificateStateBadge({ state }: { state: CertificateState }): ReactNode {
  const t = useTranslations("certificates.states");
  const { tone, icon } = looks[state];
  return (
    <Badge tone={tone} icon={icon}>
      {t(state)}
    </Badge>
  );
}
