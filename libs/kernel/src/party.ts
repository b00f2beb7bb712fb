/** Who a unit, an authority or a grant belongs to: Pakistan, China, or both together. */
export const PARTIES = ['pk', 'cn', 'joint'] as const;
export type Party = (typeof PARTIES)[number];
