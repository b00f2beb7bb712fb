import type { Judgement, Outcome, Shortfall } from './judge.js';

/**
 * What a result becomes when it is judged again. An outcome set by decision (an appeal, say) stands, marked as such,
 * until it is set otherwise or given back to the rules; its figures and shortfalls follow the record.
 */
export function correctedJudgement(
  before: Judgement,
  judged: Judgement,
  decided?: Outcome | 'by-the-rules',
): Judgement {
  const standing = before.shortfalls.some(({ code }) => code === 'set-by-decision') ? before.outcome : undefined;
  if (decided === 'by-the-rules' || decided === judged.outcome) return judged;
  const outcome = decided ?? standing;
  if (outcome === undefined) return judged;
  const mark: Shortfall = { code: 'set-by-decision', figures: { byTheRules: judged.outcome } };
  return { ...judged, outcome, shortfalls: [mark, ...judged.shortfalls] };
}

export function sameJudgement(a: Judgement, b: Judgement): boolean {
  return (
    a.outcome === b.outcome &&
    a.average === b.average &&
    a.minutesAttended === b.minutesAttended &&
    a.minutesTotal === b.minutesTotal &&
    asText(a.shortfalls) === asText(b.shortfalls)
  );
}

/** JSONB does not keep the order of members. */
function asText(shortfalls: readonly Shortfall[]): string {
  return JSON.stringify(shortfalls.map(({ code, figures }) => [code, Object.entries(figures).sort()]));
}
