import { RouterProvider } from '@tanstack/react-router';
import { router } from './router';

export default function SignedIn() {
  return <RouterProvider router={router} />;
}
