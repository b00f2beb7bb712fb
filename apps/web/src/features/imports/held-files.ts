import type { Mapping } from './queries';

export interface HeldFile {
  readonly file: File;
  readonly mapping: Mapping;
  readonly atomic: boolean;
  /** The import whose refused rows these are, corrected. */
  readonly correctedFrom?: string;
}

/**
 * The files that were sent, by import, for as long as the page stays open: to send one again, or its refused rows.
 * In memory alone and never stored, for they are full of identity numbers.
 */
const held = new Map<string, HeldFile>();

export function holdFile(importId: string, file: HeldFile): void {
  held.set(importId, file);
}

export function heldFile(importId: string): HeldFile | undefined {
  return held.get(importId);
}

/** A copy of the file in memory: one that is changed on the disk meanwhile could not be sent again. */
export async function inMemory(file: File): Promise<File> {
  return new File([await file.arrayBuffer()], file.name, { type: file.type });
}
