export { CatalogueHttpModule } from './catalogue-http.module.js';
