import { builder } from '../graphql/builder.ts';
import { atVersion } from '../graphql/inputs/at-version.ts';
import type { InputFieldBuilder } from '../graphql/inputs/input-field-builder.ts';
import { Project } from './project.type.ts';

/** Which project, as the user saw it. */
export const projectAtVersion = (t: InputFieldBuilder) => ({
  projectId: t.globalID({ for: Project, required: true, description: 'โครงการ · The project.' }),
  ...atVersion(t, 'project'),
});

export const ProjectActInput = builder.inputType('ProjectActInput', {
  description: 'ขั้นตอนหนึ่งของโครงการ · A step of a project.',
  fields: (t) => ({
    ...projectAtVersion(t),
    comment: t.string({ description: 'ความเห็นประกอบ · What is said about it; at most 4,000 characters.' }),
  }),
});
