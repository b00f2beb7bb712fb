const SEARCHED = `lower(p.name_en || ' ' || coalesce(p.name_ur, '') || ' ' || coalesce(p.name_zh, '') || ' ' || p.service_number)`;

/** Whether a person named `p` in the statement has the text in a name, in any script, or in the service number. */
export function matchesSearch(search: string, params: unknown[]): string {
  const pattern = `%${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  return `${SEARCHED} LIKE $${params.push(pattern)}`;
}
