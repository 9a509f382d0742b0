import type { IncomingMessage } from "node:http";
import { Refusal } from "#domain/refusal.ts";

const LONGEST_MS = 10_000;
const MOST_BYTES = 32_768; // an essay of 6,000 characters, each of three or four bytes

/**
 * The JSON of a hot request and the moment at which its last byte was here: that is when it was received, so a body sent slowly buys
 * no time (TB12). Refuses `too-large` (32 KiB), `too-slow` (10 s) and `invalid`.
 */
export function readHotBody(request: IncomingMessage): Promise<{ body: unknown; receivedAt: Date }> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const settle = (act: () => void): void => {
      clearTimeout(patience);
      request.removeAllListeners("data");
      act();
    };
    const refuse = (code: string): void => settle(() => reject(new Refusal(code)));
    const patience = setTimeout(() => refuse("too-slow"), LONGEST_MS);
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > MOST_BYTES) refuse("too-large");
      else chunks.push(chunk);
    });
    request.once("error", () => refuse("invalid"));
    request.once("end", () => {
      const receivedAt = new Date();
      settle(() => {
        try {
          resolve({ body: JSON.parse((chunks.length === 1 ? chunks[0] : Buffer.concat(chunks))?.toString("utf8") ?? ""), receivedAt });
        } catch {
          reject(new Refusal("invalid")); // not JSON: the sender's fault, and all there is to say
        }
      });
    });
  });
}
