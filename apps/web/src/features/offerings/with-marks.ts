import type { Mark, Register } from './queries';

/** The register as it will be. */
export function withMarks(register: Register, marks: readonly Mark[]): Register {
  const given = new Map(marks.map((mark) => [mark.enrolmentId, mark]));
  const minutesOf = ({ status, minutes }: Mark) => (status === 'present' ? register.minutes : (minutes ?? 0));
  return {
    ...register,
    people: register.people.map((person) => {
      const mark = given.get(person.enrolmentId);
      if (!mark) return person;
      const standing = { id: '', note: null, device: null, markedBy: null, reason: null, ...person.mark };
      const markedAt = new Date().toISOString();
      return { ...person, mark: { ...standing, status: mark.status, minutes: minutesOf(mark), markedAt } };
    }),
  };
}
