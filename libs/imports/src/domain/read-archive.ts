import type { TableLimits } from './table.js';
import { tableErrors } from './table-errors.js';

interface Member {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const MAX_MEMBERS = 2_000;
const SLICE = 64 * 1024;
/** Below this a high ratio is no danger: an empty sheet with formats packs 300 to 1. */
const HARMLESS = 16 * 1024 * 1024;

const broken = (reason: string) => tableErrors['archive-broken']({ reason });

/**
 * The members of a ZIP file (APPNOTE.TXT 6.3.10), unpacked piece by piece and only on demand.
 *
 * Against bombs: declared sizes are summed before anything is unpacked; members may not share bytes (one kernel of
 * packed data listed a thousand times); and what really comes out is counted against the declared size, the total of
 * all reads against the limit. Members inside members are never opened. Spanned, encrypted and 64-bit files are refused.
 */
export class Archive {
  private inflated = 0;

  private constructor(
    private readonly bytes: Uint8Array,
    private readonly members: ReadonlyMap<string, Member>,
    private readonly limits: TableLimits,
  ) {}

  static open(bytes: Uint8Array, limits: TableLimits): Archive {
    const members = readDirectory(bytes);
    let total = 0;
    for (const { unpacked } of members.values()) total += unpacked;
    if (total > limits.maxInflatedBytes || (total > HARMLESS && total > bytes.length * limits.maxRatio))
      throw tableErrors['archive-bomb']({ limitMb: Math.floor(limits.maxInflatedBytes / 1024 / 1024) });
    return new Archive(bytes, members, limits);
  }

  has(name: string): boolean {
    return this.members.has(name);
  }

  /** @throws table error when the member is absent, damaged, or larger than it says. */
  async *read(name: string): AsyncGenerator<Uint8Array> {
    const member = this.members.get(name);
    if (!member) throw broken(`${name.slice(0, 100)} is absent`);
    const packed = this.packedBytes(member);
    let crc = 0xffffffff;
    let size = 0;
    for await (const piece of member.method === 0 ? slices(packed) : inflate(packed)) {
      size += piece.length;
      this.inflated += piece.length;
      if (this.inflated > this.limits.maxInflatedBytes)
        throw tableErrors['archive-bomb']({ limitMb: Math.floor(this.limits.maxInflatedBytes / 1024 / 1024) });
      if (size > member.unpacked) throw broken('a member is larger than declared');
      crc = updateCrc(crc, piece);
      yield piece;
    }
    if (size !== member.unpacked || (crc ^ 0xffffffff) >>> 0 !== member.crc) throw broken('a check sum is wrong');
  }

  private packedBytes({ offset, packed }: Member): Uint8Array {
    const view = viewOf(this.bytes);
    if (offset + 30 > this.bytes.length || view.getUint32(offset, true) !== LOCAL_HEADER)
      throw broken('a member has no header');
    const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    if (start + packed > this.bytes.length) throw broken('a member is cut off');
    return this.bytes.subarray(start, start + packed);
  }
}

function readDirectory(bytes: Uint8Array): Map<string, Member> {
  const view = viewOf(bytes);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count) throw broken('it is spanned');
  if (count === 0xffff || start === 0xffffffff) throw broken('it is a 64-bit archive');
  if (count > MAX_MEMBERS) throw broken('it has too many members');
  const names = new TextDecoder('utf-8');
  const members = new Map<string, Member>();
  const spans: [number, number][] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw broken('its directory is damaged');
    const nameLength = view.getUint16(at + 28, true);
    if (at + 46 + nameLength > end) throw broken('its directory is damaged');
    const member: Member = {
      // Some writers use backslashes, and any case.
      name: names
        .decode(bytes.subarray(at + 46, at + 46 + nameLength))
        .replaceAll('\\', '/')
        .toLowerCase(),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    if (view.getUint16(at + 8, true) & 1) throw tableErrors['file-encrypted']();
    if (member.method !== 0 && member.method !== 8) throw broken(`packing method ${member.method} is unknown`);
    if ([member.packed, member.unpacked, member.offset].includes(0xffffffff)) throw broken('it is a 64-bit archive');
    if (members.has(member.name)) throw broken('a member appears twice');
    members.set(member.name, member);
    spans.push([member.offset, member.offset + 30 + member.packed]);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  spans.sort((a, b) => a[0] - b[0]);
  for (let i = 1; i < spans.length; i++) if (spans[i][0] < spans[i - 1][1]) throw broken('its members overlap');
  return members;
}

/** The end record stands last, before a comment of at most 65,535 bytes. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--)
    if (view.getUint32(at, true) === END_OF_DIRECTORY && at + 22 + view.getUint16(at + 20, true) === view.byteLength)
      return at;
  throw broken('its end is missing');
}

function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += SLICE) yield bytes.subarray(at, at + SLICE);
}

async function* inflate(packed: Uint8Array): AsyncGenerator<Uint8Array> {
  const source = slices(packed);
  const stream = new ReadableStream<Uint8Array>({
    // Fed on demand, so that a reader who stops does not leave the rest being unpacked.
    pull(controller) {
      const { done, value } = source.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  }).pipeThrough(new DecompressionStream('deflate-raw'));
  try {
    for await (const piece of stream) yield piece as Uint8Array;
  } catch {
    throw broken('a member cannot be unpacked');
  }
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

/** CRC-32 as ZIP wants it; start with 0xffffffff, invert at the end. */
export function updateCrc(crc: number, bytes: Uint8Array): number {
  let c = crc;
  for (let i = 0; i < bytes.length; i++) c = CRC_TABLE[(c ^ bytes[i]) & 0xff] ^ (c >>> 8);
  return c;
}
