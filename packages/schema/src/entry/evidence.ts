import { isEvidenceUrl } from '../base/web-address.logic.ts';
import type { Check } from '../graphql/inputs/check.ts';
import { most } from '../graphql/limits/parts.logic.ts';

/** Links to evidence, checked; undefined where none are given. */
export function evidenceOf(check: Check, given: readonly string[] | null | undefined): string[] | undefined {
  const urls = check.list(
    'evidenceUrls',
    given?.map((url) => url.trim()),
    most.evidenceOfReport,
  );
  for (const [index, url] of (urls ?? []).entries())
    if (!isEvidenceUrl(url))
      check.add(
        `evidenceUrls[${index}]`,
        'ลิงก์หลักฐานต้องขึ้นต้นด้วย https://',
        'A link to evidence is an https:// address without name and password.',
        'NOT_AN_ADDRESS',
      );
  return urls;
}
