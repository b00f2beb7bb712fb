/** The columns of an entry in the form that the chain seals (microseconds, UTC). */
export const SEALED_COLUMNS = `
  e.id, to_char(e.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS occurred_at, e.action, e.entity,
  e.entity_id, e.person_id, e.unit_id, e.actor_account_id, e.actor_name, e.request_id, e.reason, e.before, e.after`;
