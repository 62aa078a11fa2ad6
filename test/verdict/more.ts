import type { Registry } from '../kit/registry.ts';
import type { More } from './given.ts';

/** What the acts are given that `sampleInput` does not know. */
export async function moreOf(_registry: Registry, _record: string | null): Promise<More> {
  return {};
}
