import { decodeBytes } from "#server/imports/decode-bytes.ts";

const DECLARED = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{3,20})/iu;

/** A web page's text: by its BOM, by the charset it declares, else by what its bytes look like. GB2312 is read as what it became, GB18030. */
export function decodeHtml(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 3)).toString("hex");
  const [, declared = ""] = DECLARED.exec(Buffer.from(bytes.subarray(0, 4_096)).toString("latin1")) ?? [];
  if (start !== "efbbbf" && !start.startsWith("fffe") && !start.startsWith("feff") && declared !== "") {
    try {
      const label = /^gb/iu.test(declared) ? "gb18030" : declared;
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch (error) {
      // A charset nobody knows, or one the bytes do not keep to: the bytes decide.
      if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
    }
  }
  return decodeBytes(bytes).text.replace(/^\uFEFF/u, "");
}
