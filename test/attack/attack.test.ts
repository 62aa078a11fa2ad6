import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { drawn } from '../kit/generated.ts';
import { attacks } from './catalogue.ts';
import { isHeld } from './figures.ts';
import { openShortStage, prepareData } from './stage.ts';

/** Beside other tests on two cores everything takes its time; a server that was taken down takes longer. */
const ATTACK_MS_MAX = 90_000;

const dataDir = mkdtempSync(join(tmpdir(), 'registry-attack-'));
const stage = openShortStage(dataDir, {
  REQUEST_TIMEOUT_MS: '2000',
  STATEMENT_TIMEOUT_MS: '2000',
  REQUESTS_PER_MINUTE: '100000',
});

beforeAll(() => prepareData(dataDir, 0), ATTACK_MS_MAX);
afterAll(async () => {
  await stage.close();
  rmSync(dataDir, { recursive: true, force: true });
}, ATTACK_MS_MAX);

describe('of the built server under attack (the long form is `npm run attack`):', () => {
  it.each(drawn(attacks).map((attack) => [attack.titleEn, attack] as const))(
    '%s',
    async (_title, attack) => {
      const figures = await attack.run(stage);
      expect(figures.filter((figure) => !isHeld(figure))).toEqual([]);
    },
    ATTACK_MS_MAX,
  );
});
