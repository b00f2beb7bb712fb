import { administrationRoutes } from './administration-routes';
import { deliveryRoutes } from './delivery-routes';
import { offeringRoutes } from './offering-routes';
import { recordRoutes } from './record-routes';

/** The screens of everybody but trainees, who need not fetch even their addresses. */
export const staffRoutes = [...offeringRoutes, ...deliveryRoutes, ...recordRoutes, ...administrationRoutes] as const;
