import type { SingleParty } from '@jssu/platform';

/** A port: the organisation knows the tree of units, identity only needs a subtree's members. */
export abstract class UnitTree {
  /** The unit and every unit below it. */
  abstract subtree(unitId: string): Promise<string[]>;

  /** The unit and every unit below it, or every unit there is; and which of them belong to the party or to both. */
  abstract subtreeOfParty(unitId: string | null, party: SingleParty): Promise<{ all: string[]; ofParty: string[] }>;
}
