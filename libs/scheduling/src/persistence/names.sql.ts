/** The name of a person `p` in the three languages; in English letters where the script is missing. */
export const PERSON_NAME = `jsonb_build_object('en', p.name_en, 'ur', coalesce(p.name_ur, p.name_en), 'zh', coalesce(p.name_zh, p.name_en))`;
