import { allow } from '../access/shield.ts';

export const viewerRules = {
  Query: { viewer: allow, node: allow, nodes: allow },
  Viewer: allow,
  ViewerAccount: allow,
  Task: allow,
  TaskCount: allow,
};
