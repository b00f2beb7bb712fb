import { lazy, Suspense } from 'react';
import { useToasts } from './toast-store';

/** Fetched with the first message. */
const ToastStack = lazy(() => import('./toast-stack'));

export function Toasts() {
  const toasts = useToasts();
  // The region is there before what it announces.
  return (
    <div aria-live="polite">
      {toasts.length > 0 && (
        <Suspense fallback={null}>
          <ToastStack toasts={toasts} />
        </Suspense>
      )}
    </div>
  );
}
