export * from './certificate-document.js';
export * from './certificate-renderer.js';
export * from './credential-key.js';
export * from './open-badge.js';
export * from './certificate-facts.js';
export * from './issuer.js';
export * from './verification-code.js';
