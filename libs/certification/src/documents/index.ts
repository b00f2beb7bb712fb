export * from './certificate-document.js';
export * from './certificate-renderer.js';
export * from './open-badge.js';
