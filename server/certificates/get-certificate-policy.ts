import { z } from "zod";
import { can } from "#domain/access.ts";
import { NAME_POLICIES } from "#domain/certificates/mask-name.ts";
import { query } from "#server/verb.ts";
import { findCertificatePolicy } from "./certificate-policy.ts";

/** Under which code certificates are given, and how a name is shown to who checks one. */
export const getCertificatePolicy = query({
  at: "GET /api/desk/policy/certificates",
  input: z.strictObject({}),
  output: z.object({ code: z.string(), names: z.enum(NAME_POLICIES) }),
  door: "desk",
  may: can.setPolicy,
  run: (db) => findCertificatePolicy(db),
});
