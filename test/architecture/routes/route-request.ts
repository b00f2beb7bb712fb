import type { CallOptions, Client } from '../../harness/product.js';

export const NOWHERE = '00000000-0000-7000-8000-000000000000';
export const NAME = { en: 'A', ur: 'ا', zh: '甲' };
export const SCHEME_RULES = {
  requirement: { op: 'evidence', key: 'fitness', kind: 'fitness' },
  validity: { years: 1 },
  renewalWindow: { months: 3 },
  grace: { days: 30 },
  anchor: { kind: 'completion' },
  authorities: ['pk'],
};

/** Ids of things of one side: of the unit whose roles are tried (inside), or of a unit that they do not reach. */
export type Fixtures = Readonly<Record<string, string>> & {
  readonly unitId: string;
  readonly personId: string;
  readonly siteId: string;
  /** Of the people of the side. */
  readonly party: string;
};

export interface Filled {
  readonly params?: Readonly<Record<string, string>>;
  /** Without the question mark. */
  readonly query?: string;
  readonly options?: CallOptions;
}

/** One valid request for a route, made for the fixtures of a side; `n` is a number that no other request has. */
export interface RouteRequest {
  readonly fill: (fixtures: Fixtures, n: number) => Filled;
  /**
   * Whether it aims at one thing of a unit, so that it must fail for a thing outside the scope. Lists do not (their
   * rows are looked at instead), nor does what belongs to no unit.
   */
  readonly aimed: boolean;
  /** Whether the thing it names is not there on purpose, so that 404 is the right answer to those who may ask. */
  readonly absent: boolean;
  /** The status of the refusal that it is made to meet, where it cannot be made to succeed. */
  readonly refusal?: number;
}

export interface RouteRequests {
  readonly requests: Readonly<Record<string, RouteRequest>>;
  /** Makes, as the root administrator, what the requests of this file aim at. Files are prepared in order of their `order`, 0 when absent. */
  readonly prepare?: (root: Client, fixtures: Fixtures) => Promise<Readonly<Record<string, string>>>;
  readonly order?: number;
}

/** A list or something of no unit, with nothing to fill in. */
export const read: RouteRequest = { fill: () => ({}), aimed: false, absent: false };
/** What a signed-in account does with its own things. */
export const own: RouteRequest = {
  fill: () => ({ params: { id: NOWHERE }, options: { body: {} } }),
  aimed: false,
  absent: true,
};
export const aimed = (fill: RouteRequest['fill']): RouteRequest => ({ fill, aimed: true, absent: false });
export const unaimed = (fill: RouteRequest['fill']): RouteRequest => ({ fill, aimed: false, absent: false });
/** Aims at a thing that is not there. */
export const absent = (fill: RouteRequest['fill'], isAimed = false): RouteRequest => ({
  fill,
  aimed: isAimed,
  absent: true,
});
/** Meets a refusal behind the door, whoever asks. */
export const refused = (refusal: number, fill: RouteRequest['fill']): RouteRequest => ({
  fill,
  aimed: false,
  absent: false,
  refusal,
});
