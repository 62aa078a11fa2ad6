import './method.type.ts';
import './method.queries.ts';
import './mutations/add-risk-method.ts';
