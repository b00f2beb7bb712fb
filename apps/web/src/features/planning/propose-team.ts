import type { Authorisation, Block, Equipment, Role, Venue } from './queries';
import type { SessionDraft } from './session-draft';

interface TeamFacts {
  readonly seatsMax: number;
  readonly venues: readonly Venue[];
  readonly authorisations: readonly Authorisation[];
  readonly equipment: readonly Equipment[];
}

interface When {
  readonly day: string;
  readonly isFree: (resourceId: string) => boolean;
}

type Resources = Pick<SessionDraft, 'venueId' | 'instructors' | 'equipment'>;
type Instructors = SessionDraft['instructors'];

/** Roles that every session of a block must fill; a lead alone where the syllabus names none. */
export function rolesOf({ roles }: Block): readonly { readonly role: Role; readonly count: number }[] {
  return roles ?? [{ role: 'lead', count: 1 }];
}

/** Chooses what sessions use, and stays with what it chose before where that fits. */
export class Team {
  private readonly people = new Set<string>();
  private readonly rooms = new Set<string>();
  private siteId: string | undefined;

  constructor(private readonly facts: TeamFacts) {}

  /** Undefined while something that qualifies is taken: it is worth waiting for. */
  pick(block: Block, when: When): Resources | undefined {
    const venue = this.venueFor(block, when);
    const instructors = this.instructorsFor(block, when);
    if (venue === undefined || instructors === undefined) return undefined;
    if (venue) {
      this.rooms.add(venue.id);
      this.siteId ??= venue.siteId;
    }
    for (const { personId } of instructors) this.people.add(personId);
    return { venueId: venue?.id ?? null, instructors, equipment: this.equipmentFor(block) };
  }

  /** The smallest that holds everybody, at the place chosen before; null: none qualifies, or none is asked for. */
  private venueFor({ venueKind }: Block, { isFree }: When): Venue | null | undefined {
    const fitting = this.facts.venues.filter(
      ({ kind, capacity }) => kind === venueKind && capacity >= this.facts.seatsMax,
    );
    if (fitting.length === 0) return null;
    const rank = ({ id, siteId }: Venue) => (this.rooms.has(id) ? 0 : siteId === this.siteId ? 1 : 2);
    const ordered = [...fitting].sort(
      (a, b) => rank(a) - rank(b) || a.capacity - b.capacity || a.code.localeCompare(b.code),
    );
    return ordered.find(({ id }) => isFree(id));
  }

  private instructorsFor(block: Block, when: When): Instructors | undefined {
    let team: Instructors | undefined = [];
    for (const { role, count } of rolesOf(block)) team = team && this.fill(team, [role], count, when);
    if (!team || block.traineesPerInstructor === undefined) return team;
    const needed = Math.ceil(this.facts.seatsMax / block.traineesPerInstructor);
    const teaching = team.filter(({ role }) => role === 'lead' || role === 'assistant').length;
    return this.fill(team, ['assistant', 'lead'], Math.max(0, needed - teaching), when);
  }

  /** So many more in one of the roles; fewer where no more qualify, undefined where some of them are taken. */
  private fill(
    team: Instructors,
    roles: readonly Role[],
    count: number,
    { day, isFree }: When,
  ): Instructors | undefined {
    const qualified = roles.flatMap((role) =>
      this.facts.authorisations.filter((one) => one.role === role && isValid(one, day)),
    );
    const others = qualified.filter(
      ({ personId }, i) =>
        !team.some((one) => one.personId === personId) && qualified.findIndex((one) => one.personId === personId) === i,
    );
    const rank = ({ personId }: Authorisation) => (this.people.has(personId) ? 0 : 1);
    const free = others.filter(({ personId }) => isFree(personId)).sort((a, b) => rank(a) - rank(b));
    if (free.length < Math.min(count, others.length)) return undefined;
    return [...team, ...free.slice(0, count).map(({ personId, role }) => ({ personId, role }))];
  }

  private equipmentFor({ equipment = [] }: Block): Resources['equipment'] {
    return equipment.flatMap(({ kind, quantity }) => {
      const rank = ({ siteId }: Equipment) => (siteId === this.siteId ? 0 : 1);
      const items = this.facts.equipment.filter((item) => item.kind === kind).sort((a, b) => rank(a) - rank(b));
      let open = quantity;
      return items.flatMap((item) => {
        const pieces = Math.min(open, item.quantity);
        open -= pieces;
        return pieces > 0 ? [{ equipmentId: item.id, quantity: pieces }] : [];
      });
    });
  }
}

function isValid({ validFrom, validUntil }: Authorisation, day: string): boolean {
  return validFrom <= day && (validUntil === null || day <= validUntil);
}
