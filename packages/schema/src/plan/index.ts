import './plan.type.ts';
import './plan.dimensions.ts';
import './project.type.ts';
import './project-parts.type.ts';
import './plan.queries.ts';
