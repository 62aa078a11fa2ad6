import './publication.type.ts';
import './publication.queries.ts';
import './publication.grouping.ts';
import './publication.acts.ts';
import './mutations/add-public-item.ts';
import './mutations/edit-public-item.ts';
import './mutations/renew-public-item.ts';
