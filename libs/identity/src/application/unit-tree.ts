/** A port: the organisation knows the tree of units, identity only needs a subtree's members. */
export abstract class UnitTree {
  /** The unit and every unit below it. */
  abstract subtree(unitId: string): Promise<string[]>;
}
