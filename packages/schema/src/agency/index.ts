import './agency.type.ts';
import './agency.queries.ts';
import './oversight.type.ts';
import './mutations/oversight.ts';
import './mutations/keep-units.ts';
import './mutations/remove-unit.ts';
import './mutations/keep-positions.ts';
import './mutations/remove-position.ts';
