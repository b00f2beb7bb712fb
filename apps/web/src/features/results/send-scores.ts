import { api, type Schemas } from '../../api/client';
import { isRefused } from '../../api/problem';
import type { Sendable } from './cells';
import type { ResultGrid, Score, ScoreRefusal } from './queries';

/** A score on its way; with `reason` it takes the place of the recorded one. */
export interface Sending extends Sendable {
  readonly takenOn: string;
  readonly reason: string;
  /** Of a correction: sent again, it gives the first answer again. */
  readonly key: string;
}

export interface Outcome {
  readonly sent: Sending;
  /** Of the score that stands; null when it was refused. */
  readonly resultId: string | null;
  readonly refusals: readonly ScoreRefusal[];
}

/** Each is answered by itself. May be sent again as a whole: what stands already is answered as such. @throws Refused when none was looked at */
export async function sendScores(offeringId: string, scores: readonly Sending[]): Promise<Outcome[]> {
  const fresh = scores.filter(({ recorded }) => !recorded);
  const outcomes = fresh.length > 0 ? await enter(offeringId, fresh) : [];
  for (const one of scores) if (one.recorded) outcomes.push(await correct(one, one.recorded));
  return outcomes;
}

async function enter(offeringId: string, scores: readonly Sending[]): Promise<Outcome[]> {
  const results = scores.map(({ person, column, score, takenOn }): Schemas['ResultDto'] => ({
    ...{ enrolmentId: person.enrolmentId, assessmentCode: column.assessment.code, attempt: column.attempt },
    ...{ score, takenOn },
  }));
  const path = { id: offeringId };
  const { items } = await api('put', '/api/v1/offerings/{id}/results', { path, body: { results } });
  // Answered in their order.
  return items.map(({ resultId, refusals }, i) => ({ sent: scores[i], resultId, refusals }));
}

async function correct(sent: Sending, { id }: Score): Promise<Outcome> {
  const { score, reason, key } = sent;
  const headers = { 'idempotency-key': key };
  const body = { score, reason };
  try {
    const done = await api('post', '/api/v1/assessment-results/{id}/corrections', { path: { id }, body, headers });
    return { sent, resultId: done.id, refusals: [] };
  } catch (error) {
    if (!isRefused(error)) throw error;
    const { code, title, detail, remedy, params } = error.problem;
    return { sent, resultId: null, refusals: [{ code, title, detail, remedy, params }] };
  }
}

/** The sheet with what was recorded, before it is read anew. */
export function withScores(grid: ResultGrid, outcomes: readonly Outcome[], examinerId: string): ResultGrid {
  const recorded = outcomes.flatMap(({ sent, resultId: id }) => (id ? [{ sent, id }] : []));
  return {
    ...grid,
    people: grid.people.map((person) => {
      const own = recorded.filter(({ sent }) => sent.person.enrolmentId === person.enrolmentId);
      if (own.length === 0) return person;
      const results = own.map(({ sent: { column, score, recorded: former, takenOn }, id }): Score => {
        const { code } = column.assessment;
        return { examinerId, takenOn, ...former, id, code, attempt: column.attempt, score };
      });
      const replaced = (old: Score) =>
        results.some(({ code, attempt }) => code === old.code && attempt === old.attempt);
      return { ...person, results: [...person.results.filter((old) => !replaced(old)), ...results] };
    }),
  };
}
