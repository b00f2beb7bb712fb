import { ApiProperty } from '@nestjs/swagger';
import { LocalizedTextDto } from './shared.dto.js';

const text = (en: string, ur: string, zh: string) => ({ example: { en, ur, zh } });

/** A code of refusals. `{names}` in the texts are filled from the `params` of the problem document. */
export class ProblemCodeDto {
  /** @example "/problems/platform.not-signed-in" */
  type: string;

  /** @example "platform.not-signed-in" */
  code: string;

  /**
   * The HTTP status.
   * @example 401
   */
  status: number;

  @ApiProperty(text('You are not signed in', 'آپ نے لاگ اِن نہیں کیا', '您尚未登录'))
  title: LocalizedTextDto;

  @ApiProperty(text('You are not signed in', 'آپ نے لاگ اِن نہیں کیا', '您尚未登录'))
  detail: LocalizedTextDto;

  @ApiProperty(text('Sign in and send the request again.', 'لاگ اِن کریں اور درخواست دوبارہ بھیجیں۔', '请登录后重试。'))
  remedy: LocalizedTextDto;
}
