import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { holdFile, type HeldFile } from './held-files';
import { sendFile } from './queries';

interface Sent extends HeldFile {
  readonly dryRun: boolean;
}

/** Sends a file and goes to its import. Not again by itself: each time is an import of its own. */
export function useSendFile() {
  const navigate = useNavigate();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (sent: Sent) => sendFile(sent),
    retry: false,
    onSuccess: async ({ id }, { dryRun: _, ...file }) => {
      holdFile(id, file);
      void cache.invalidateQueries({ queryKey: ['imports', 'list'] });
      await navigate({ to: '/imports/$importId', params: { importId: id } });
    },
  });
}
