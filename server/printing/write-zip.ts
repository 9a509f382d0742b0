import { closeSync, openSync, writeSync } from "node:fs";
import { crc32, createDeflateRaw, type DeflateRaw } from "node:zlib";

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const DEFLATE = 8;
const UTF8_NAMES = 0x0800;
/** 1 January 1980: the same parts give the same file, whenever they are written. */
const DAY = 0x21;
const HEAD = 30;
const LARGEST = 0xffffffff;

type Entry = { name: Buffer; at: number; crc: number; size: number; packed: number };

/** Writes a zip to a file part by part; only what is being packed at the moment is in memory. */
export class ZipFile {
  private readonly file: number;
  private readonly entries: Entry[] = [];
  private reached = 0;
  private open: { entry: Entry; packer: DeflateRaw; ended: Promise<void> } | null = null;

  constructor(path: string) {
    this.file = openSync(path, "w");
  }

  /** Begins an entry; what `write` is given goes into it, until the next one begins. */
  async begin(name: string): Promise<void> {
    await this.end();
    const entry = { name: Buffer.from(name, "utf8"), at: this.reached, crc: 0, size: 0, packed: 0 };
    this.put(localHead(entry));
    const packer = createDeflateRaw({ level: 6 });
    packer.on("data", (chunk: Buffer) => {
      entry.packed += chunk.length;
      this.put(chunk);
    });
    const ended = new Promise<void>((resolve, reject) => packer.once("end", resolve).once("error", reject));
    this.open = { entry, packer, ended };
    this.entries.push(entry);
  }

  async write(text: string): Promise<void> {
    if (!this.open) throw new Error("no entry of the zip is open");
    const { entry, packer } = this.open;
    const bytes = Buffer.from(text, "utf8");
    entry.crc = crc32(bytes, entry.crc);
    entry.size += bytes.length;
    if (!packer.write(bytes)) await new Promise((resolve) => packer.once("drain", resolve));
  }

  /** A whole small entry. */
  async add(name: string, text: string): Promise<void> {
    await this.begin(name);
    await this.write(text);
  }

  /** Writes the directory and closes the file; returns its size. */
  async finish(): Promise<number> {
    await this.end();
    const from = this.reached;
    for (const entry of this.entries) this.put(centralHead(entry));
    const size = this.reached - from;
    if (this.reached > LARGEST) throw new Error("a zip of more than 4 GB needs another format");
    const end = Buffer.alloc(22);
    end.writeUInt32LE(END, 0);
    end.writeUInt16LE(this.entries.length, 8);
    end.writeUInt16LE(this.entries.length, 10);
    end.writeUInt32LE(size, 12);
    end.writeUInt32LE(from, 16);
    this.put(end);
    closeSync(this.file);
    return this.reached;
  }

  /** Sizes and checksum are known now: they are written into the head that went before, so that every reader takes the file. */
  private async end(): Promise<void> {
    if (!this.open) return;
    const { entry, packer, ended } = this.open;
    packer.end();
    await ended;
    writeSync(this.file, localHead(entry), 0, HEAD, entry.at);
    this.open = null;
  }

  private put(bytes: Buffer): void {
    writeSync(this.file, bytes, 0, bytes.length, this.reached);
    this.reached += bytes.length;
  }
}

function localHead({ name, crc, size, packed }: Entry): Buffer {
  const head = Buffer.alloc(HEAD + name.length);
  head.writeUInt32LE(LOCAL, 0);
  writeCommon(head, 4, { name, crc, size, packed });
  name.copy(head, HEAD);
  return head;
}

function centralHead(entry: Entry): Buffer {
  const head = Buffer.alloc(46 + entry.name.length);
  head.writeUInt32LE(CENTRAL, 0);
  head.writeUInt16LE(20, 4);
  writeCommon(head, 6, entry);
  head.writeUInt32LE(entry.at, 42);
  entry.name.copy(head, 46);
  return head;
}

function writeCommon(head: Buffer, at: number, { name, crc, size, packed }: Omit<Entry, "at">): void {
  head.writeUInt16LE(20, at);
  head.writeUInt16LE(UTF8_NAMES, at + 2);
  head.writeUInt16LE(DEFLATE, at + 4);
  head.writeUInt16LE(DAY, at + 8);
  head.writeUInt32LE(crc, at + 10);
  head.writeUInt32LE(packed, at + 14);
  head.writeUInt32LE(size, at + 18);
  head.writeUInt16LE(name.length, at + 22);
}
