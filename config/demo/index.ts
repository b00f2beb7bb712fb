export * from './demo-organisation.js';
