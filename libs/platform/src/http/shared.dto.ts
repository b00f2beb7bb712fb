import { ApiProperty } from '@nestjs/swagger';
import { IsString, IsUUID, Length, registerDecorator } from 'class-validator';
import { parseCivilDate } from '@jssu/kernel';

/** A day that the calendar has, `YYYY-MM-DD`. */
export function IsCivilDate(): PropertyDecorator {
  return (target, property) => {
    ApiProperty({ type: String, format: 'date' })(target, property);
    registerDecorator({
      name: 'isCivilDate',
      target: target.constructor,
      propertyName: String(property),
      options: { message: '$property must be a calendar day as YYYY-MM-DD' },
      validator: { validate: (value: unknown) => typeof value === 'string' && parseCivilDate(value) !== undefined },
    });
  };
}

/** A text in the three equal languages. */
export class LocalizedTextDto {
  /** @example "Gwadar Port" */
  @IsString()
  @Length(1, 300)
  en: string;

  /** @example "گوادر بندرگاہ" */
  @IsString()
  @Length(1, 300)
  ur: string;

  /** @example "瓜达尔港" */
  @IsString()
  @Length(1, 300)
  zh: string;
}

/** What a new thing is called from now on. */
export class CreatedDto {
  @IsUUID()
  id: string;
}

/** The version that the change made: send it as `If-Match` with the next one. */
export class VersionDto {
  /** @example 4 */
  version: number;
}
