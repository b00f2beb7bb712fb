import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, Clock, platformErrors, Public } from '@jssu/platform';
import { CredentialKeys } from '../application/credential-keys.js';
import { achievementIn, issuerProfile, schemeAchievement } from '../documents/index.js';
import { SchemeView } from '../persistence/scheme.view.js';
import { AchievementDto, IssuerDto, PublicKeyDto } from './verification-answers.dto.js';
import { LanguageQuery } from './verification.controller.js';

const WHY = 'verifiers of credentials fetch it: the credential names the address';
const CACHED = () => Header('cache-control', 'public, max-age=3600');

/** What a credential points at, for verifiers of Open Badges anywhere. */
@ApiTags('verification')
@Controller('api/v1')
export class IssuerController {
  constructor(
    private readonly keys: CredentialKeys,
    private readonly schemes: SchemeView,
    private readonly clock: Clock,
  ) {}

  /** The issuer: an Open Badges 3.0 profile. */
  @Get('issuer')
  @Public(WHY)
  @CACHED()
  @Answers(IssuerDto)
  issuer(): IssuerDto {
    return issuerProfile(this.keys.urls);
  }

  /** A public key, as one bare JWK; keys of earlier years stay. */
  @Get('issuer/keys/:thumbprint')
  @Public(WHY)
  @CACHED()
  @Answers(PublicKeyDto)
  async key(@Param('thumbprint') thumbprint: string) {
    const jwk = await this.keys.byThumbprint(thumbprint);
    if (!jwk) throw platformErrors['not-found']({ what: 'key' });
    return jwk;
  }

  /** What a scheme certifies and asks for: an Open Badges 3.0 achievement, in the language of `lang`, else English. */
  @Get('public/schemes/:code')
  @Public(WHY)
  @CACHED()
  @Answers(AchievementDto)
  async scheme(@Param('code') code: string, @Query() { lang }: LanguageQuery): Promise<AchievementDto> {
    const scheme = await this.schemes.published(code, this.clock.today());
    if (!scheme) throw platformErrors['not-found']({ what: 'scheme' });
    const { title, rules } = scheme;
    const achievement = schemeAchievement({ code, title, requirement: rules.requirement }, this.keys.urls);
    return { '@context': issuerProfile(this.keys.urls)['@context'], ...achievementIn(lang ?? 'en', achievement) };
  }
}
