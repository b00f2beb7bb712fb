export { Environment, readEnvironment, ConfigurationError } from './environment.js';
