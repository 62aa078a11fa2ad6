/**
 * Contents that were stored before steps nested three deep say of a step only whether it stands beneath another. The depth comes first, as
 * the database writes it: steps are compared as text.
 */
const withDepth = (step: unknown): unknown =>
  typeof step === 'object' && step !== null && 'isSubStep' in step && !('depth' in step)
    ? { depth: step.isSubStep === true ? 2 : 1, ...step }
    : step;

/**
 * The content of a record, as once stored, in today's form: additions of a later form, and how an edition was announced, are no changes of
 * the record. New empty fields need nothing here, since the comparison treats absent as null.
 */
export function storedContent(json: string) {
  const content = JSON.parse(json, (key, value: unknown) =>
    key === 'steps' && Array.isArray(value) ? value.map(withDepth) : value,
  );
  const { announcement: _announcement, ...record } = content;
  return record;
}
