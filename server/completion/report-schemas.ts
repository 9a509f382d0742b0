import { z } from "zod";
import { NAME_RULES } from "#domain/completion/name-rule.ts";
import { RADAR_AXES } from "#domain/completion/radar.ts";

/** The organisation's rule about names, whether the viewer sees them now, and until when a reason holds. */
export const nameAccessSchema = z.object({
  rule: z.enum(NAME_RULES),
  access: z.enum(["named", "reason-given", "aggregate"]),
  until: z.date().nullable(),
});

export const radarSchema = z.array(
  z.object({ axis: z.enum(RADAR_AXES), done: z.number(), due: z.number(), percent: z.number().nullable() }),
);
