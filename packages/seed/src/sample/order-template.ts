import type { DelegationOrderStatus, PowerVerb, ProcessArea } from '@registry/prisma/generated/client/enums.ts';
import type { SamplePositionCode } from './structure.ts';

export type LineTemplate = {
  verb: PowerVerb;
  processArea: ProcessArea;
  subjectTh: string;
  delegator: SamplePositionCode;
  delegate: SamplePositionCode;
  ceiling?: number;
  conditionsTh?: string;
  subDelegable?: boolean;
  /** The later order that takes this line back, and from when. */
  revoked?: { by: string; on: string };
};

export type OrderTemplate = {
  orderNo: string;
  year: number;
  titleTh: string;
  status: DelegationOrderStatus;
  signedOn: string | null;
  signedBy: SamplePositionCode;
  from: string;
  to?: string;
  /** Instead of `to`: it ends so many days after the sample was loaded, so that whoever tries the registry finds an order that ends soon. */
  endsInDays?: number;
  endedOn?: string;
  supersededBy?: string;
  lines: readonly LineTemplate[];
  /** Months reported on, if any: every month with a day in force. */
  reports?: { first: string; last: string };
};
