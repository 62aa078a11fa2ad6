import './committee.type.ts';
import './committee.queries.ts';
import './committee.acts.ts';
import './mutations/add-committee.ts';
import './mutations/edit-committee.ts';
