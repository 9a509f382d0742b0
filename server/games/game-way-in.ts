import { encode } from "uqr";
import { z } from "zod";

export const wayInSchema = z.object({ url: z.string(), modules: z.array(z.array(z.boolean())) });

/** Where phones join, as an address and as a QR code. */
export function wayIn(origin: string | undefined, code: string): z.output<typeof wayInSchema> {
  const url = `${origin ?? ""}/live/${code}`;
  return { url, modules: encode(url, { border: 0 }).data };
}
