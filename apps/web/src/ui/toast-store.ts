import { useSyncExternalStore } from 'react';

/** A short message in a corner, with a way back where there is one. */
export interface Toast {
  readonly message: string;
  readonly undo?: () => void;
  readonly failed?: true;
}

export type Shown = Toast & { readonly id: number };

const LIFE_MS = 10_000;
const listeners = new Set<() => void>();
let shown: readonly Shown[] = [];
let next = 0;

export function toast(message: Toast): void {
  const id = next++;
  change([...shown, { ...message, id }]);
  setTimeout(() => dismiss(id), LIFE_MS);
}

export function dismiss(id: number): void {
  change(shown.filter((one) => one.id !== id));
}

function change(now: readonly Shown[]): void {
  shown = now;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useToasts(): readonly Shown[] {
  return useSyncExternalStore(subscribe, () => shown);
}
