import { isApproverOfAgency, isCentre, isEditorOfAgency, isReaderOfRecords } from '../access/access.rules.ts';
import { allow } from '../access/shield.ts';

export const swotRules = {
  Query: { swotAnalyses: isReaderOfRecords },
  Mutation: {
    draftSwotAnalysis: isEditorOfAgency,
    copySwotAnalysis: isEditorOfAgency,
    discardSwotAnalysis: isEditorOfAgency,
    addSwotItem: isEditorOfAgency,
    addSwotItems: isEditorOfAgency,
    editSwotItem: isEditorOfAgency,
    removeSwotItem: isEditorOfAgency,
    reorderSwotItems: isEditorOfAgency,
    submitSwotAnalysis: isApproverOfAgency,
    returnSwotAnalysis: isCentre,
    reviseSwotAnalysis: isEditorOfAgency,
    approveSwotAnalysis: isCentre,
    approveSwotAnalyses: isCentre,
    publishSwotAnalysis: isApproverOfAgency,
    amendSwotAnalysis: isApproverOfAgency,
    closeSwotAnalysis: isApproverOfAgency,
  },
  SwotAnalysis: allow,
  SwotItem: allow,
};
