import type { ProjectTemplate } from './project-template.ts';
import { projectTemplatesOfChecks } from './project-templates-checks.ts';
import { projectTemplatesOfCulture } from './project-templates-culture.ts';
import { projectTemplatesOfOpenness } from './project-templates-openness.ts';
import { projectTemplatesOfPeople } from './project-templates-people.ts';

/** All projects of a sample plan, in the order of the plan. */
export const projectTemplates: readonly ProjectTemplate[] = [
  ...projectTemplatesOfCulture,
  ...projectTemplatesOfOpenness,
  ...projectTemplatesOfPeople,
  ...projectTemplatesOfChecks,
];
