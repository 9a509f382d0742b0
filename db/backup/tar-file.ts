import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { pipeline } from "node:stream/promises";

const block = 512;

export type TarEntry = { name: string; offset: number; size: number };

/** Writes files one after another as a plain tar, which `tar tf` lists; closed by two empty blocks. Names up to 100 bytes. */
export async function writeTar(path: string, entries: Array<{ name: string; from: string; size: number }>, at: Date): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    for (const { name, from, size } of entries) {
      await file.write(headerOf(name, size, at));
      await pipeline(createReadStream(from), async (chunks: AsyncIterable<Buffer>) => {
        for await (const chunk of chunks) await file.write(chunk);
      });
      await file.write(Buffer.alloc(paddingOf(size)));
    }
    await file.write(Buffer.alloc(2 * block));
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The table of contents of a tar. Throws when it is cut short or not a tar. */
export async function readTarIndex(path: string): Promise<TarEntry[]> {
  const file = await open(path, "r");
  try {
    const { size: total } = await file.stat();
    const entries: TarEntry[] = [];
    let offset = 0;
    for (;;) {
      const header = await readBlock(file, offset);
      if (header === null) throw new Error(`${path} is cut short, or no backup of ours.`);
      if (header.every((byte) => byte === 0)) return entries;
      const { name, size } = parseHeader(header, path);
      if (offset + block + size > total) throw new Error(`${path} is cut short inside ${name}.`);
      entries.push({ name, offset: offset + block, size });
      offset += block + size + paddingOf(size);
    }
  } finally {
    await file.close();
  }
}

async function readBlock(file: FileHandle, position: number): Promise<Buffer | null> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(block), 0, block, position);
  return bytesRead === block ? buffer : null;
}

function headerOf(name: string, size: number, at: Date): Buffer {
  if (Buffer.byteLength(name) > 99) throw new Error(`The name ${name} is too long for a tar.`);
  const header = Buffer.alloc(block);
  header.write(name, 0);
  header.write("0000600\0", 100);
  header.write("0000000\0", 108);
  header.write("0000000\0", 116);
  writeSize(header, size);
  header.write(
    `${Math.floor(at.getTime() / 1000)
      .toString(8)
      .padStart(11, "0")}\0`,
    136,
  );
  header.write("0", 156);
  header.write("ustar\x0000", 257);
  header.write(`${checksumOf(header).toString(8).padStart(6, "0")}\0 `, 148);
  return header;
}

/** Eleven octal digits hold 8 GB; larger sizes in base 256, as GNU tar does. */
function writeSize(header: Buffer, size: number): void {
  if (size < 8 ** 11) header.write(`${size.toString(8).padStart(11, "0")}\0`, 124);
  else {
    header.writeUInt8(0x80, 124);
    header.writeBigUInt64BE(BigInt(size), 128);
  }
}

function parseHeader(header: Buffer, path: string): { name: string; size: number } {
  const said = Number.parseInt(header.toString("latin1", 148, 154), 8);
  if (said !== checksumOf(header)) throw new Error(`${path} is damaged, or no backup of ours.`);
  const name = header.toString("utf8", 0, header.indexOf(0));
  const isLarge = header.readUInt8(124) === 0x80;
  return { name, size: isLarge ? Number(header.readBigUInt64BE(128)) : Number.parseInt(header.toString("latin1", 124, 135), 8) };
}

/** Sum of the header's bytes, its own eight counted as spaces. */
function checksumOf(header: Buffer): number {
  return header.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 32 : byte), 0);
}

function paddingOf(size: number): number {
  return (block - (size % block)) % block;
}
