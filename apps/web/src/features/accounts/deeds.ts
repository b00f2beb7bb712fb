export const DEEDS = ['reset', 'endSessions', 'disable', 'enable'] as const;
export type Deed = (typeof DEEDS)[number];
