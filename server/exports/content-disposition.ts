/** The header that names a download (RFC 5987/6266): an ASCII name for old readers, the true one for all others. */
export function contentDisposition(fileName: string): string {
  const name =
    fileName
      .toWellFormed()
      .replaceAll(/[\u0000-\u001F\u007F\u202A-\u202E\u2066-\u2069]/gu, "")
      .replaceAll(/[\\/]/gu, "_")
      .trim() || "download";
  const ascii = name.replaceAll(/[^\u0020-\u007E]+/gu, "_").replaceAll(/["%;]/gu, "_");
  const encoded = encodeURIComponent(name).replaceAll(/['()*!]/gu, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
