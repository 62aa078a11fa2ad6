import { storedEnum } from '../graphql/enums.ts';
import { topicMeanings } from './public-item.logic.ts';

export const DisclosureTopic = storedEnum(
  'DisclosureTopic',
  'ประเด็นข้อมูลที่ต้องเปิดเผยต่อสาธารณะห้าประเด็น · The five topics of information that an agency discloses to the public (document 000, project 6).',
  topicMeanings,
);
