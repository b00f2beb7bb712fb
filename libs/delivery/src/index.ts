export { DeliveryModule } from './delivery.module.js';
export { offeringRatified, resultCorrected } from './application/delivery-events.js';
