import { identifier } from '../rows/identifiers.ts';

/** The id of a part of a sample agency, by what it is and its place. */
export const identifierOf = (agencyCode: string, kind: string, ...place: readonly (string | number)[]): string =>
  identifier(`${kind}:${[agencyCode, ...place].join(':')}`);

export const projectIdOf = (agencyCode: string, sequenceNo: number): string =>
  identifierOf(agencyCode, 'project', sequenceNo);

export const registerIdOf = (agencyCode: string, fiscalYear: number): string =>
  identifierOf(agencyCode, 'register', fiscalYear);

export const riskIdOf = (agencyCode: string, fiscalYear: number, riskCode: string): string =>
  identifierOf(agencyCode, 'risk', fiscalYear, riskCode);

export const orderIdOf = (agencyCode: string, orderNo: string): string => identifierOf(agencyCode, 'order', orderNo);

export const powerIdOf = (agencyCode: string, orderNo: string, lineNo: number): string =>
  identifierOf(agencyCode, 'power', orderNo, lineNo);
