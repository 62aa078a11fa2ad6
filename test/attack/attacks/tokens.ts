import { watchHealth } from '../health.ts';
import { REFUSED_TOKENS_MAX, SILENCE_MS_MAX } from '../limits.ts';
import { type Attack, asked, limitOf, signIn } from '../stage.ts';

/** Tokens that somebody made up, one after another. */
export const tokens: Attack = {
  name: 'tokens',
  titleTh: 'โทเคนปลอมถูกจำกัดจำนวน',
  titleEn: 'forged tokens are limited in number',
  run: (stage) =>
    stage.serve(async (server) => {
      const { url } = server;
      const [, payload = '', signature = ''] = (await signIn(server, 'sample-1-viewer')).authorization.split('.');
      const header = Buffer.from('{"alg":"EdDSA"}').toString('base64url');
      const forged = asked('{ viewer { role } }', {
        authorization: `Bearer ${header}.${payload}.${signature.split('').reverse().join('')}`,
      });
      const count = stage.form === 'short' ? 1_200 : 8_000;
      const watch = watchHealth(url);
      // Refusals are spaced out: so many of them take two minutes.
      const { statuses } = await stage.flood({ url, connections: 16, requests: [forged], times: count, seconds: 180 })
        .result;
      const silence = await watch.stop();
      return [
        {
          what: `401 to ${count} forged tokens; the rest 429`,
          value: statuses['401'] ?? 0,
          unit: '',
          limit: REFUSED_TOKENS_MAX,
        },
        {
          what: 'answered otherwise than with 401 and 429, or not at all',
          value: count - (statuses['401'] ?? 0) - (statuses['429'] ?? 0),
          unit: '',
          limit: 0,
        },
        { what: 'longest silence', value: silence, unit: 'ms', limit: limitOf(stage, SILENCE_MS_MAX) },
      ];
    }),
};
