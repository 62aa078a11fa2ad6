import './method.type.ts';
import './method.queries.ts';
import './method.mutations.ts';
