import type { INestApplicationContext } from '@nestjs/common';
import { DEMO_POSTS, DEMO_SITES, DEMO_UNITS } from '@jssu/config/demo';
import { CreatePost, CreateSite, CreateUnit } from '@jssu/organisation';
import { EVERYTHING } from '@jssu/platform';

/** Ids by code. */
export interface DemoOrganisation {
  readonly units: ReadonlyMap<string, string>;
  readonly sites: ReadonlyMap<string, string>;
  readonly posts: ReadonlyMap<string, string>;
}

export async function seedOrganisation(app: INestApplicationContext): Promise<DemoOrganisation> {
  const units = new Map<string, string>();
  const sites = new Map<string, string>();
  const posts = new Map<string, string>();
  for (const { code, parent, party, name } of DEMO_UNITS) {
    const parentId = parent ? (units.get(parent) ?? null) : null;
    units.set(code, await app.get(CreateUnit).execute(EVERYTHING, { code, name, party, parentId }));
  }
  for (const site of DEMO_SITES) sites.set(site.code, await app.get(CreateSite).execute(site));
  for (const { code, title, site, unit, strength } of DEMO_POSTS) {
    const post = { code, title, siteId: idOf(sites, site), unitId: idOf(units, unit), requiredStrength: strength };
    posts.set(code, await app.get(CreatePost).execute(EVERYTHING, post));
  }
  return { units, sites, posts };
}

/** @throws RangeError for a code that the demo does not have: a slip in its data */
export function idOf(ids: ReadonlyMap<string, string>, code: string): string {
  const id = ids.get(code);
  if (!id) throw new RangeError(`the demo has no ${code}`);
  return id;
}
