export * from './civil-date.js';
export * from './digest.js';
export * from './errors.js';
export * from './identifiers.js';
export * from './localized-text.js';
export * from './party.js';
export * from './state-machine.js';
export * from './time-range.js';
