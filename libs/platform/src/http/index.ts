export { PlatformHttpModule } from './platform-http.module.js';
export { RoutePolicies, type RoutePolicy } from './route-policy.js';
export { createApi } from './create-api.js';
export { problemOf } from './problem.filter.js';
