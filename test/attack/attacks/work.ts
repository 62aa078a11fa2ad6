import { besides, failuresOf } from '../beside.ts';
import { budgets } from '../documents.ts';
import { REQUEST_SECONDS_MAX } from '../limits.ts';
import { type Attack, asked, signIn } from '../stage.ts';

/** The heaviest question across all agencies, two hundred times in a request, thirteen requests at once, by one account. */
export const work: Attack = {
  name: 'work',
  titleTh: 'ไม่มีคำขอใดทำงานไม่สิ้นสุดหรือทำให้หน่วยงานอื่นต้องรอ',
  titleEn: 'no request works without an end, nor makes another agency wait',
  run: (stage) =>
    stage.serve(async (server) => {
      const analyst = await signIn(server, 'analyst');
      const viewer = await signIn(server, 'sample-1-viewer');
      const sizes = stage.form === 'short' ? [200] : [200, 25, 5];
      const requests = sizes.map((count) => asked(budgets(count), analyst));
      const crew = stage.flood({ url: server.url, connections: 13, requests, times: 13 * sizes.length, seconds: 100 });
      const figures = await besides(stage, server, viewer, crew, stage.form === 'short' ? 3 : 20);
      const { ms, statuses } = await crew.result;
      return [
        { what: 'longest of the heavy ones', value: Math.max(...ms) / 1000, unit: 's', limit: REQUEST_SECONDS_MAX },
        { what: '500, or no answer, to the heavy ones', value: failuresOf(statuses), unit: '', limit: 0 },
        ...figures,
      ];
    }),
};
