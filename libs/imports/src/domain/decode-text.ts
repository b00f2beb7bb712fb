import { tableErrors } from './table-errors.js';

const SAMPLE = 8_192;

export interface DecodedText {
  readonly text: string;
  readonly encoding: 'UTF-8' | 'UTF-16LE' | 'UTF-16BE';
}

/**
 * Text of a file: UTF-8 or UTF-16, by its byte order mark, or by its zero bytes where it has none.
 * Bytes that fit neither are refused with the line: a name with U+FFFD in it would look imported, and be lost.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = detect(bytes);
  const text = decode(new TextDecoder(encoding, { fatal: true }), bytes);
  if (text === undefined) throw tableErrors['encoding-broken']({ encoding, line: brokenLine(bytes, encoding) });
  // UTF-8 text has no zero byte; such a file is something else that happens to decode.
  if (text.includes('\0')) throw tableErrors['not-a-table']();
  return { text, encoding };
}

function detect(bytes: Uint8Array): DecodedText['encoding'] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16LE';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16BE';
  const zeros = [0, 0];
  const end = Math.min(bytes.length, SAMPLE);
  for (let i = 0; i < end; i++) if (bytes[i] === 0) zeros[i % 2]++;
  const [even, odd] = zeros;
  if (even + odd === 0) return 'UTF-8';
  // Separators, digits and line ends have a zero high byte; a few letters (U+4E00) have a zero low byte.
  if (odd > 4 * even) return 'UTF-16LE';
  if (even > 4 * odd) return 'UTF-16BE';
  throw tableErrors['not-a-table']();
}

function brokenLine(bytes: Uint8Array, encoding: DecodedText['encoding']): number {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const step = encoding === 'UTF-8' ? 1 : 2;
  const low = encoding === 'UTF-16BE' ? 1 : 0;
  const isLineEnd = (at: number) => bytes[at + low] === 0x0a && (step === 1 || bytes[at + 1 - low] === 0);
  let line = 1;
  let start = 0;
  for (let at = 0; at < bytes.length; at += step) {
    if (!isLineEnd(at)) continue;
    if (decode(decoder, bytes.subarray(start, at + step)) === undefined) return line;
    line += 1;
    start = at + step;
  }
  return line;
}

/** A strict decoder throws for one reason only: the bytes are no text. */
function decode(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}
