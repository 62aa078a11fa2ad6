import type { GrowthResults } from './growth.ts';

const WIDTH = 720;
const HEIGHT = 300;
const LEFT = 60;
const RIGHT = 70;
const TOP = 24;
const BOTTOM = 34;
const colours = ['#0f6fb5', '#d9822b', '#3a8f5c', '#c0504d', '#7a5aa6', '#8a8f98', '#b8860b', '#1a9c9c', '#5b5b5b'];

/** Requests per second over the number of agencies, both on scales where the same step is the same factor. */
export function growthChart({ sizes, workloads }: GrowthResults): string {
  const values = workloads.flatMap(({ results }) => results.map(({ requestsPerSecond }) => requestsPerSecond.median));
  const [low, high] = [Math.log10(Math.min(...values)) - 0.1, Math.log10(Math.max(...values)) + 0.1];
  const agencies = sizes.map((size) => Math.log10(size.agencies));
  const [from = 0, to = 1] = [agencies[0], agencies.at(-1)];
  const x = (index: number): number =>
    Math.round(LEFT + (((agencies[index] ?? from) - from) / (to - from || 1)) * (WIDTH - LEFT - RIGHT));
  const y = (value: number): number =>
    Math.round(HEIGHT - BOTTOM - ((Math.log10(value) - low) / (high - low || 1)) * (HEIGHT - TOP - BOTTOM));
  const lines = workloads.flatMap(({ name, results }, index) => {
    const points = results.map(({ requestsPerSecond: { median } }, at) => ({ x: x(at), y: y(median), median }));
    const last = points.at(-1);
    const colour = colours[index % colours.length];
    return [
      `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${points.map((point) => `${point.x},${point.y}`).join(' ')}"/>`,
      ...points.map(
        (point) =>
          `<circle cx="${point.x}" cy="${point.y}" r="3" fill="${colour}"/><text x="${point.x + 6}" y="${point.y - 6}" fill="${colour}">${Math.round(point.median).toLocaleString('en')}</text>`,
      ),
      last ? `<text x="${last.x + 40}" y="${last.y + 4}" fill="${colour}" font-weight="bold">${name}</text>` : '',
    ];
  });
  const axis = sizes.map(
    ({ agencies: count }, index) =>
      `<text x="${x(index)}" y="${HEIGHT - 12}" text-anchor="middle">${count.toLocaleString('en')} agencies</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="system-ui, sans-serif" font-size="11" role="img" aria-label="Requests per second by number of agencies">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
<text x="8" y="14">requests/s, our server</text>
${[...lines, ...axis].join('\n')}
</svg>
`;
}
