/** Length of session `s` in whole minutes. */
export const SESSION_MINUTES = `(extract(epoch FROM upper(s.during) - lower(s.during)) / 60)::int`;

/** Sessions of enrolment `e` by block, as the rules count them (`BlockTally`); null where `when` does not hold for it. */
export const talliesSql = (when = 'TRUE') => `
  SELECT json_agg(json_build_object('code', b.block_code, 'attended', b.attended, 'past', b.past, 'open', b.open, 'longestOpen', b.longest)) AS tallies
  FROM (
    SELECT s.block_code, coalesce(sum(m.minutes), 0)::int AS attended,
           coalesce(sum(l.minutes) FILTER (WHERE NOT l.open), 0)::int AS past,
           coalesce(sum(l.minutes) FILTER (WHERE l.open), 0)::int AS open,
           coalesce(max(l.minutes) FILTER (WHERE l.open), 0)::int AS longest
    FROM session s
    LEFT JOIN attendance_mark m ON m.enrolment_id = e.id AND m.session_id = s.id AND m.superseded_at IS NULL
    CROSS JOIN LATERAL (SELECT ${SESSION_MINUTES} AS minutes, m.id IS NULL AND s.state = 'scheduled' AS open) l
    WHERE s.offering_id = e.offering_id AND s.state <> 'cancelled' AND ${when}
    GROUP BY s.block_code) b`;

/** The scores of enrolment `e` that stand (`RecordedScore`). */
export const SCORES = `
  SELECT json_agg(json_build_object('id', a.id, 'code', a.assessment_code, 'attempt', a.attempt, 'score', a.score,
                  'takenOn', a.taken_on, 'examinerId', a.examiner_id) ORDER BY a.assessment_code, a.attempt) AS scores
  FROM assessment_result a WHERE a.enrolment_id = e.id AND a.superseded_at IS NULL`;
