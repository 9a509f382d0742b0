export const CERTIFICATE_STATES = ["valid", "revoked", "superseded"] as const;
export type CertificateState = (typeof CERTIFICATE_STATES)[number];

/** A certificate is valid until it is revoked or another one takes its place. */
export function stateOf(certificate: Readonly<{ revokedAt: Date | null; supersededById: number | null }>): CertificateState {
  if (certificate.revokedAt) return "revoked";
  return certificate.supersededById === null ? "valid" : "superseded";
}
