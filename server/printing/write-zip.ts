import { createHash, type Hash } from "node:crypto";
import { closeSync, openSync, writeSync } from "node:fs";
import { PassThrough, type Transform } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const DEFLATE = 8;
const STORED = 0;
const UTF8_NAMES = 0x0800;
/** 1 January 1980: the same parts give the same file, whenever they are written. */
const DAY = 0x21;
const HEAD = 30;
const LARGEST = 0xffffffff;

type Entry = { name: Buffer; at: number; method: number; crc: number; size: number; packed: number };

/** What went into a zip under a name: its bytes as they were, and as they are packed. SHA-256 in hex. */
export type ZippedFile = Readonly<{ name: string; size: number; sha256: string; packedSha256: string }>;

/** Writes a zip to a file part by part; only what is being packed at the moment is in memory. */
export class ZipFile {
  private readonly file: number;
  private readonly entries: Entry[] = [];
  private reached = 0;
  private readonly files: ZippedFile[] = [];
  private open: { entry: Entry; packer: Transform; ended: Promise<void>; hash: Hash; packedHash: Hash } | null = null;

  constructor(path: string) {
    this.file = openSync(path, "w");
  }

  /** Begins an entry; what `write` is given goes into it, until the next one begins. `stored`: as it is, not packed. */
  async begin(name: string, stored = false): Promise<void> {
    await this.end();
    const method = stored ? STORED : DEFLATE;
    const entry = { name: Buffer.from(name, "utf8"), at: this.reached, method, crc: 0, size: 0, packed: 0 };
    this.put(localHead(entry));
    const packer = stored ? new PassThrough() : createDeflateRaw({ level: 6 });
    const [hash, packedHash] = [createHash("sha256"), createHash("sha256")];
    packer.on("data", (chunk: Buffer) => {
      entry.packed += chunk.length;
      packedHash.update(chunk);
      this.put(chunk);
    });
    const ended = new Promise<void>((resolve, reject) => packer.once("end", resolve).once("error", reject));
    this.open = { entry, packer, ended, hash, packedHash };
    this.entries.push(entry);
  }

  async write(text: string): Promise<void> {
    if (!this.open) throw new Error("no entry of the zip is open");
    const { entry, packer, hash } = this.open;
    const bytes = Buffer.from(text, "utf8");
    hash.update(bytes);
    entry.crc = crc32(bytes, entry.crc);
    entry.size += bytes.length;
    if (!packer.write(bytes)) await new Promise((resolve) => packer.once("drain", resolve));
  }

  /** A whole small entry. */
  async add(name: string, text: string, stored = false): Promise<void> {
    await this.begin(name, stored);
    await this.write(text);
  }

  /** Ends the open entry and tells of all that went in so far. */
  async listed(): Promise<readonly ZippedFile[]> {
    await this.end();
    return this.files;
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
    const { entry, packer, ended, hash, packedHash } = this.open;
    packer.end();
    await ended;
    const digests = { sha256: hash.digest("hex"), packedSha256: packedHash.digest("hex") };
    this.files.push({ name: entry.name.toString("utf8"), size: entry.size, ...digests });
    writeSync(this.file, localHead(entry), 0, HEAD, entry.at);
    this.open = null;
  }

  private put(bytes: Buffer): void {
    writeSync(this.file, bytes, 0, bytes.length, this.reached);
    this.reached += bytes.length;
  }
}

function localHead({ name, method, crc, size, packed }: Omit<Entry, "at">): Buffer {
  const head = Buffer.alloc(HEAD + name.length);
  head.writeUInt32LE(LOCAL, 0);
  writeCommon(head, 4, { name, method, crc, size, packed });
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

function writeCommon(head: Buffer, at: number, { name, method, crc, size, packed }: Omit<Entry, "at">): void {
  head.writeUInt16LE(20, at);
  head.writeUInt16LE(UTF8_NAMES, at + 2);
  head.writeUInt16LE(method, at + 4);
  head.writeUInt16LE(DAY, at + 8);
  head.writeUInt32LE(crc, at + 10);
  head.writeUInt32LE(packed, at + 14);
  head.writeUInt32LE(size, at + 18);
  head.writeUInt16LE(name.length, at + 22);
}
