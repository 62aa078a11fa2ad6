import { Origin, RecordStatus } from '../enums.ts';
import { enumFilter } from './inputs.ts';

export const RecordStatusFilter = enumFilter('RecordStatusFilter', RecordStatus);
export const OriginFilter = enumFilter('OriginFilter', Origin);
