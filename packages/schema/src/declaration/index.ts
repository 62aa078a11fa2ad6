import './declaration.type.ts';
import './acknowledgement.type.ts';
import './declaration.queries.ts';
import './declaration.grouping.ts';
import './declaration.acts.ts';
import './mutations/draft-declaration.ts';
import './mutations/edit-declaration.ts';
import './mutations/count-acknowledgements.ts';
