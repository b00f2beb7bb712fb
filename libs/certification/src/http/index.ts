export { CertificationHttpModule } from './certification-http.module.js';
