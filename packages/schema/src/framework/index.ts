import './framework.type.ts';
import './framework.queries.ts';
import './mutations/add-framework.ts';
import './mutations/add-mission.ts';
import './mutations/add-sub-mission.ts';
import './mutations/complete-framework.ts';
