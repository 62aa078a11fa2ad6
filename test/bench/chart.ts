import type { Results } from './results.ts';
import { type ServerName, serverNames } from './server-names.ts';

const colours: Readonly<Record<ServerName, string>> = {
  ours: '#0f6fb5',
  postgraphile: '#d9822b',
  sql: '#8a8f98',
  apollo: '#c0504d',
};

const WIDTH = 720;
const LEFT = 44;
const BARS = 560;
const BAR = 13;
const GAP = 16;
const TOP = 34;

const text = (x: number, y: number, content: string, more = ''): string =>
  `<text x="${x}" y="${y}"${more}>${content}</text>`;

/**
 * Requests per second as bars: each workload has a scale of its own, on which its fastest server is as long as there is room. The marks
 * are what our server is meant to reach.
 */
export function chart({ workloads }: Pick<Results, 'workloads'>): string {
  const shapes: string[] = [];
  const shown = serverNames.filter((name) => workloads.some(({ servers }) => servers[name]));
  shown.forEach((name, index) => {
    shapes.push(
      `<rect x="${LEFT + index * 112}" y="8" width="11" height="11" fill="${colours[name]}"/>`,
      text(LEFT + index * 112 + 16, 18, name),
    );
  });
  shapes.push(text(LEFT + shown.length * 112, 18, '┊ targets of ours (requests/s)'));
  let y = TOP;
  for (const { name, servers, ratios } of workloads) {
    const fastest = Math.max(...shown.map((server) => servers[server]?.requestsPerSecond.median ?? 0), 1);
    const lengthOf = (value: number): number => Math.round((value / fastest) * BARS);
    shapes.push(text(8, y + BAR, name, ' font-weight="bold"'));
    const start = y;
    for (const server of shown) {
      const result = servers[server];
      if (!result) continue;
      const { median } = result.requestsPerSecond;
      shapes.push(
        `<rect x="${LEFT}" y="${y}" width="${Math.max(1, lengthOf(median))}" height="${BAR - 2}" fill="${colours[server]}"/>`,
        text(
          LEFT + lengthOf(median) + 6,
          y + 10,
          median >= 100 ? Math.round(median).toLocaleString('en') : String(median),
        ),
      );
      y += BAR;
    }
    for (const peer of ['postgraphile', 'sql'] as const) {
      const [target, reference] = [ratios[peer]?.target, servers[peer]?.requestsPerSecond.median];
      const x = LEFT + lengthOf((target ?? 0) * (reference ?? 0));
      if (target && reference && x <= LEFT + BARS)
        shapes.push(
          `<line x1="${x}" x2="${x}" y1="${start - 3}" y2="${start + BAR}" stroke="${colours[peer]}" stroke-width="2" stroke-dasharray="2 2"/>`,
        );
    }
    y += GAP;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y}" font-family="system-ui, sans-serif" font-size="11" role="img" aria-label="Requests per second by workload and server">
<rect width="${WIDTH}" height="${y}" fill="#fff"/>
${shapes.join('\n')}
</svg>
`;
}
