/**
 * Contents that were stored before steps nested three deep say of a step only whether it stands beneath another. The depth comes first, as
 * the database writes it: steps are compared as text.
 */
const withDepth = (step: unknown): unknown =>
  typeof step === 'object' && step !== null && 'isSubStep' in step && !('depth' in step)
    ? { depth: step.isSubStep === true ? 2 : 1, ...step }
    : step;

/**
 * The content of a record as it was stored once, in the form that contents have today: what a later form adds is no change of the record,
 * nor is how an edition was made known. Fields that are new and empty need nothing here, since a comparison takes what is absent for null.
 */
export function storedContent(json: string) {
  const content = JSON.parse(json, (key, value: unknown) =>
    key === 'steps' && Array.isArray(value) ? value.map(withDepth) : value,
  );
  const { announcement: _announcement, ...record } = content;
  return record;
}
