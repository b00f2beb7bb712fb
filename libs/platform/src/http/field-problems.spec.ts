import 'reflect-metadata';
import {
  IsIn,
  IsInt,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  MaxLength,
  ValidateNested,
  validateSync,
} from 'class-validator';
import { fieldProblems } from './field-problems.js';

class Inner {
  @Length(5, 10)
  text = 'abc';

  @Length(5, 10)
  long = 'a'.repeat(11);
}

class Outer {
  @Min(1)
  @Max(200)
  @IsInt()
  limit = 0;

  @IsUUID()
  id = 'x';

  @IsIn(['pk', 'cn'])
  party = 'x';

  @Matches(/^[A-Z]+$/, { message: 'code must be capitals' })
  code = 'x';

  @MaxLength(3)
  note = 'four';

  @ValidateNested()
  inner = new Inner();
}

const said = (locale: 'en' | 'ur' | 'zh') =>
  Object.fromEntries(
    fieldProblems(validateSync(new Outer()) as never, locale).map(({ field, problems }) => [
      field,
      problems.join('; '),
    ]),
  );

describe('what is wrong with the fields of a request', () => {
  it('is told in the language of the reader, with its limits', () => {
    expect(said('en')).toEqual({
      limit: 'must be 1 or more',
      id: 'must be an id',
      party: 'must be one of pk, cn',
      code: 'code must be capitals',
      note: 'must have 3 characters at most',
      'inner.text': 'must have 5 characters at least',
      'inner.long': 'must have 10 characters at most',
    });
    expect(said('zh')).toMatchObject({ limit: '不得小于 1', party: '须为下列之一：pk, cn', code: '格式不正确' });
    for (const text of Object.values(said('ur'))) expect(text).toMatch(/[\u0600-\u06ff]/);
    for (const text of Object.values(said('zh'))) expect(text).toMatch(/[\u4e00-\u9fff]/);
  });

  it('is told to programs by the names of the rules', () => {
    const rules = fieldProblems(validateSync(new Outer()) as never, 'en').map(({ field, rules }) => [field, rules]);
    expect(rules).toContainEqual(['party', ['isIn']]);
  });
});
