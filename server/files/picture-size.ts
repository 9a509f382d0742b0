type Size = Readonly<{ width: number; height: number }>;

const ascii = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));

function gifSize(view: DataView): Size | null {
  return view.byteLength < 10 ? null : { width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

function pngSize(view: DataView, bytes: Uint8Array): Size | null {
  return view.byteLength < 24 || ascii(bytes, 12, 16) !== "IHDR" ? null : { width: view.getUint32(16), height: view.getUint32(20) };
}

function webpSize(view: DataView, bytes: Uint8Array): Size | null {
  if (view.byteLength < 30) return null;
  const chunk = ascii(bytes, 12, 16);
  if (chunk === "VP8X") {
    const three = (at: number) => 1 + view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
    return { width: three(24), height: three(27) };
  }
  if (chunk === "VP8L") {
    const bits = view.getUint32(21, true);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
  }
  if (chunk === "VP8 ") return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  return null;
}

/** Walks the segments of a JPEG to the frame that says how large it is. */
function jpegSize(view: DataView): Size | null {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    if (marker === 0xda || marker === 0xd9) return null;
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** How large a picture says it is, read from its header alone: nothing is decoded. Null when the header makes no sense. */
export function pictureSizeOf(bytes: Uint8Array, contentType: string): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size =
    contentType === "image/png"
      ? pngSize(view, bytes)
      : contentType === "image/gif"
        ? gifSize(view)
        : contentType === "image/webp"
          ? webpSize(view, bytes)
          : jpegSize(view);
  return size && size.width > 0 && size.height > 0 ? size : null;
}
