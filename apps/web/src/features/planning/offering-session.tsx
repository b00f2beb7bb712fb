import { getRouteApi } from '@tanstack/react-router';
import ChangeSession from './change-session';

const route = getRouteApi('/offerings/$offeringId/sessions/$sessionId');

/** The panel of a session, over the page of its offering. */
export default function OfferingSession() {
  const { offeringId, sessionId } = route.useParams();
  const navigate = route.useNavigate();
  const close = () => void navigate({ to: '/offerings/$offeringId', params: { offeringId } });
  return <ChangeSession sessionId={sessionId} onClose={close} />;
}
