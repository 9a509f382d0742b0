const STARTS: readonly (readonly [string, "image" | "audio"])[] = [
  ["89504e47", "image"],
  ["ffd8ff", "image"],
  ["47494638", "image"],
  ["494433", "audio"],
  ["fffb", "audio"],
  ["fff3", "audio"],
  ["fff2", "audio"],
  ["4f676753", "audio"],
];

/** Whether bytes are a picture or a sound that may be shown, by how they begin; null: neither. */
export function mediumTypeOf(bytes: Uint8Array): "image" | "audio" | null {
  const hex = [...bytes.subarray(0, 12)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  if (hex.startsWith("52494646")) return hex.endsWith("57454250") ? "image" : hex.endsWith("57415645") ? "audio" : null;
  return STARTS.find(([start]) => hex.startsWith(start))?.[1] ?? null;
}

/** Bytes written in base64, line breaks and all; null when it is none. */
export function bytesOfBase64(text: string): Uint8Array | null {
  const plain = text.replaceAll(/\s+/gu, "");
  if (!/^[A-Za-z0-9+/]*={0,2}$/u.test(plain) || plain.length % 4 !== 0) return null;
  return Uint8Array.from(atob(plain), (sign) => sign.charCodeAt(0));
}

/** Bytes as base64. */
export function base64OfBytes(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 8_192) binary += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(binary);
}
