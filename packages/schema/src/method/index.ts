import './method.type.ts';
import './method.queries.ts';
