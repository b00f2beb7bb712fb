/** What the address of the calendar may say. */
export const VIEWS = ['day', 'week', 'month'] as const;
export type View = (typeof VIEWS)[number];

export const LANE_KINDS = ['venue', 'instructor', 'offering'] as const;
export type LaneKind = (typeof LANE_KINDS)[number];
