import { isCentre, isEditorOfAgency, isReaderOfRecords } from '../access/access.rules.ts';
import { allow } from '../access/shield.ts';

export const libraryRules = {
  Query: { libraryRisks: isReaderOfRecords },
  Mutation: {
    draftLibraryRisk: isCentre,
    editLibraryRisk: isCentre,
    publishLibraryRisk: isCentre,
    withdrawLibraryRisk: isCentre,
    adoptLibraryRisk: isEditorOfAgency,
    adaptLibraryRisk: isEditorOfAgency,
    declineLibraryRisk: isEditorOfAgency,
  },
  LibraryRisk: allow,
  LibraryMeasure: allow,
  LibraryResponse: allow,
};
