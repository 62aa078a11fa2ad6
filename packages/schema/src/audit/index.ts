import './audit-trail.type.ts';
import './audit.queries.ts';
