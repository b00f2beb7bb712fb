import { QueryClient } from '@tanstack/react-query';
import { Refused, Unreachable } from './problem';

const MAX_RETRIES = 2;

/** A refusal is an answer; a fault of the server may pass; without a line everything waits for it. */
function mayPass(failures: number, error: Error): boolean {
  if (error instanceof Unreachable) return true;
  return error instanceof Refused && error.problem.status >= 500 && failures < MAX_RETRIES;
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: mayPass, staleTime: 30_000, gcTime: 10 * 60_000 },
    // Not for faults of the server: whether it did the work before it failed is not known.
    mutations: { retry: (_failures, error) => error instanceof Unreachable },
  },
});
